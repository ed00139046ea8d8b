import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { develop, rasterise } from "./lib/drawing/canvas.ts";
import { CHARTS } from "./lib/drawing/charts.ts";
import { PICTURES } from "./lib/drawing/pictures.ts";

/*
 * Draws the illustrations and charts of content/articles anew. The files are committed: run this only after a change
 * to the drawings.
 *   node scripts/draw-pictures.ts                      all of them, about half a minute each
 *   node scripts/draw-pictures.ts sa-pa nui-da         those whose path contains one of the words
 *   node scripts/draw-pictures.ts --width 640 --output proofs   small proofs
 */
const WIDTH = 2400;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    output: { type: "string", default: "content/articles" },
    width: { type: "string", default: String(WIDTH) },
  },
});
const width = Number(values.width);
if (!Number.isInteger(width) || width < 160 || width > WIDTH) {
  console.error(`--width: "${values.width}" is not a whole number from 160 to ${WIDTH}`);
  process.exit(1);
}
const jobs = [
  ...PICTURES.map(({ file, draw, drawnWidth, exposure }) => ({
    file,
    make: () => {
      const drawn = Math.round((drawnWidth * width) / WIDTH);
      const finish = { exposure, vignette: 0.5, grain: 0.012, bloom: 0.25 };
      return develop(draw(drawn, Math.round((drawn * 9) / 16)), width, finish);
    },
  })),
  ...CHARTS.map(({ file, svg }) => ({ file, make: () => rasterise(svg(), width, file.endsWith(".png")) })),
];
const wanted = jobs.filter(
  ({ file }) => positionals.length === 0 || positionals.some((word) => file.includes(word)),
);
if (wanted.length === 0) {
  console.error(`No picture has "${positionals.join('" or "')}" in its path. All pictures:`);
  for (const { file } of jobs) console.error(`  ${file}`);
  process.exit(1);
}
for (const [index, { file, make }] of wanted.entries()) {
  const path = join(values.output, file);
  await mkdir(dirname(path), { recursive: true });
  const bytes = await make();
  await writeFile(path, bytes);
  console.log(`${index + 1}/${wanted.length} ${path} (${Math.round(bytes.length / 1000)} kB)`);
}
