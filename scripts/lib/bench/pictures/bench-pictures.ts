import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runRounds, type Contender, type Measurement } from "../contender.ts";
import { once } from "../corpora.ts";
import { drawPicture, withComment } from "../corpus/pictures.ts";
import { peak, wallRatio } from "../limits.ts";
import { markdownTable } from "../report.ts";
import { median } from "#domain/median.ts";

const PROJECT = join(import.meta.dirname, "../../../..");
/** A photograph of 12 megapixels. */
const SIZE = { width: 4000, height: 3000 };
const DRAWN = 6;
/** The portal may need this much of plain sharp's time. */
const LIMIT = 1.2;

/**
 * Encodes drawn photographs of 12 megapixels with the portal's picture step and with plain sharp in turn, then again
 * with nothing changed.
 * @param args `--pictures 60 --runs 3 --work .cache/bench`.
 * @returns a Markdown table.
 */
export async function benchPictures(args: readonly string[], tell: (line: string) => void): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pictures: { type: "string", default: "60" },
      runs: { type: "string", default: "3" },
      work: { type: "string", default: ".cache/bench" },
    },
  });
  const [count, rounds] = [Number(values.pictures), Number(values.runs)];
  const work = resolve(values.work);
  const photographs = join(work, `photographs-${count}`);
  mkdirSync(work, { recursive: true });
  tell(`drawing ${count} photographs`);
  await once(photographs, `${count} of ${SIZE.width} x ${SIZE.height}`, () => drawAll(photographs, count));
  const measured = await runRounds(contenders(work, photographs), {
    articles: count,
    rounds,
    log: join(work, "last-command.log"),
    tell: (line) => tell(line.replace("articles", "photographs")),
  });
  return report(measured, count);
}

async function drawAll(folder: string, count: number): Promise<void> {
  for (let first = 0; first < Math.min(DRAWN, count); first += 1) {
    const picture = await drawPicture(first, SIZE);
    for (let number = first; number < count; number += DRAWN)
      writeFileSync(
        join(folder, `${String(number).padStart(4, "0")}.jpg`),
        withComment(picture, String(number)),
      );
  }
}

function contenders(work: string, photographs: string): readonly Contender[] {
  const cache = join(work, "photographs-cache");
  const plain = join(work, "photographs-sharp");
  const contender = (key: string, name: string, step: string, to: string, clear: boolean): Contender => ({
    key,
    name,
    lacks: null,
    prepare: () => {
      if (clear) rmSync(to, { recursive: true, force: true });
      mkdirSync(to, { recursive: true });
    },
    command: {
      program: process.execPath,
      args: ["scripts/bench.ts", step, photographs, to],
      folder: PROJECT,
    },
    output: to,
  });
  return [
    contender("portal", "Trang Tin, all new", "encode-as-portal", cache, true),
    contender("sharp", "plain sharp, same variants", "encode-with-sharp", plain, true),
    contender("unchanged", "Trang Tin, nothing changed", "encode-as-portal", cache, false),
  ];
}

function report(measured: readonly Measurement[], count: number): string {
  const sharp = measured.find(({ key }) => key === "sharp") ?? null;
  const rows = measured.map((row) => {
    const wall = median(row.costs.map((cost) => cost.wall));
    const ratio = wallRatio(row, sharp);
    return [
      row.name,
      wall.toFixed(2),
      ((wall * 1000) / count).toFixed(0),
      (peak(row) ?? NaN).toFixed(0),
      (ratio ?? NaN).toFixed(2),
    ];
  });
  const ratio = wallRatio(measured.find(({ key }) => key === "portal") ?? null, sharp) ?? NaN;
  return [
    markdownTable(
      [`${count} photographs of 12 megapixels`, "Wall s", "ms each", "Peak MB", "of plain sharp"],
      rows,
    ),
    `Promise: at most ${LIMIT} of plain sharp's time; ${ratio <= LIMIT ? "kept" : "broken"} (${ratio.toFixed(2)}).`,
  ].join("\n\n");
}
