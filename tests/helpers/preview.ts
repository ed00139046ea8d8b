/** Writes the sample pages to a folder, to look at them: `node tests/helpers/preview.ts <folder>`. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { buildAssets } from "../../scripts/lib/site/assets/build-assets.ts";
import { ALL_PAGES } from "../fixtures/views/all.ts";
import { BASE } from "../fixtures/views/common.ts";
import { SITE } from "../fixtures/views/site.ts";
import { renderLayout } from "./render-layout.ts";

const folder = process.argv[2];
if (folder === undefined) throw new Error("Name a folder: node tests/helpers/preview.ts <folder>");
const output = join(folder, BASE);

const { view: assets } = await buildAssets({
  output,
  base: BASE,
  cache: join(folder, "cache"),
  name: SITE.name,
  language: "vi",
});
for (const [name, page] of Object.entries(ALL_PAGES)) {
  const target = join(output, `${name}.html`);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, renderLayout(page, { ...SITE, assets }));
}
await drawPictures(join(output, "anh"));

async function drawPictures(target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const skies = {
    "ruong-bac-thang": ["#9cc3d5", "#3d6b35"],
    "hoi-truong": ["#8f2323", "#d9b36c"],
    "dong-bang": ["#cfe3ef", "#7ca84a"],
    "nui-may": ["#e9d9c5", "#39506b"],
  };
  for (const [name, [sky, land]] of Object.entries(skies)) {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><linearGradient id="g" x2="0" y2="1"><stop stop-color="${sky}"/><stop offset="1" stop-color="#fff"/></linearGradient><path fill="url(#g)" d="M0 0h1200v800H0z"/><path fill="${land}" opacity=".6" d="M0 520 300 330 560 500 840 300 1200 520V800H0z"/><path fill="${land}" d="M0 620Q300 520 620 620T1200 600V800H0z"/></svg>`;
    for (const width of [480, 800, 1200]) {
      const image = sharp(Buffer.from(drawing)).resize(width);
      await image
        .clone()
        .jpeg()
        .toFile(join(target, `${name}-${width}.jpg`));
      await image
        .clone()
        .webp()
        .toFile(join(target, `${name}-${width}.webp`));
      await image
        .clone()
        .avif({ effort: 2 })
        .toFile(join(target, `${name}-${width}.avif`));
    }
  }
}
