import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createCanvas, develop, MAX_BYTES, paint, rasterise } from "../../../scripts/lib/drawing/canvas.ts";
import { CHARTS } from "../../../scripts/lib/drawing/charts.ts";
import { clamp, colour, mix, smoothstep } from "../../../scripts/lib/drawing/colour.ts";
import { barChart, numberCards, slideFrame } from "../../../scripts/lib/drawing/infographic.ts";
import { PICTURES } from "../../../scripts/lib/drawing/pictures.ts";
import { sharp } from "#site/pictures/sharp.ts";

const FINISH = { exposure: 1, vignette: 0, grain: 0, bloom: 0.2 };
const WIDTH = 40;
const HEIGHT = 24;

describe("colours", () => {
  test("are read as linear light", () => {
    assert.deepEqual(colour("#000000"), [0, 0, 0]);
    assert.deepEqual(colour("#ffffff"), [1, 1, 1]);
    assert.ok(Math.abs(colour("#808080")[0] - 0.2195) < 0.001);
  });

  test("mix part by part", () => assert.deepEqual(mix([0, 0, 1], [1, 0.5, 0], 0.5), [0.5, 0.25, 0.5]));

  test("mix no farther than either end, so that light never turns negative", () => {
    assert.deepEqual(mix([0.2, 0, 1], [1, 0.5, 0], 3), [1, 0.5, 0]);
    assert.deepEqual(mix([0.2, 0, 1], [1, 0.5, 0], -3), [0.2, 0, 1]);
  });

  test("steps are held within 0 and 1", () => {
    assert.equal(clamp(-2), 0);
    assert.equal(clamp(2), 1);
    assert.equal(smoothstep(0, 1, 0.5), 0.5);
    assert.equal(smoothstep(0, 1, 9), 1);
  });
});

describe("develop", () => {
  test("gives a JPEG of the asked width without metadata", async () => {
    const canvas = createCanvas(64, 36);
    for (let x = 0; x < 64; x++) paint(canvas, x, 18, [1, 0.5, 0.2]);
    const metadata = await sharp(await develop(canvas, 128, FINISH)).metadata();
    assert.equal(metadata.format, "jpeg");
    assert.equal(metadata.width, 128);
    assert.equal(metadata.height, 72);
    for (const key of ["exif", "icc", "xmp", "iptc"] as const) assert.equal(metadata[key], undefined, key);
  });

  test("keeps a noisy picture below the largest size", async () => {
    const canvas = createCanvas(800, 450);
    canvas.light.forEach((_, index) => (canvas.light[index] = ((index * 7919) % 97) / 97));
    assert.ok((await develop(canvas, 800, FINISH)).length <= MAX_BYTES);
  });

  test("ignores paint outside the canvas", () => {
    const canvas = createCanvas(2, 2);
    paint(canvas, -1, 5, [1, 1, 1]);
    assert.ok(canvas.light.every((value) => value === 0));
  });
});

describe("the portal's pictures", () => {
  test("each has an address of its own, in lower-case ASCII", () => {
    const files = [...PICTURES, ...CHARTS].map(({ file }) => file);
    assert.equal(new Set(files).size, files.length);
    for (const file of files) assert.match(file, /^\d{4}\/\d{2}\/[a-z0-9-]+\/[a-z0-9-]+\.(?:jpg|png)$/);
  });

  // One of each kind of scene: drawing all of them takes minutes.
  const kinds = new Map(
    PICTURES.map((picture) => [/(?:draw[A-Z]\w+|plain|study)\(/.exec(picture.draw.toString())?.[0], picture]),
  );
  for (const { file, draw } of kinds.values()) {
    test(`${file} is drawn with light and shade, twice the same`, () => {
      const [first, second] = [draw(WIDTH, HEIGHT), draw(WIDTH, HEIGHT)];
      assert.deepEqual(first.light, second.light);
      const light = first.light.filter((_, index) => index % 3 === 1);
      assert.ok(light.every((value) => Number.isFinite(value) && value >= 0));
      const sorted = light.toSorted();
      const [dark, bright] = [
        sorted[Math.floor(sorted.length * 0.05)],
        sorted[Math.floor(sorted.length * 0.95)],
      ];
      assert.ok((bright ?? 0) > (dark ?? 0) * 1.8, `${dark} to ${bright}`);
    });
  }
});

describe("infographics", () => {
  test("letter every figure as outlines, so that no font of the machine is needed", () => {
    const svg = barChart("Điểm cầu", "Quý I/2021", [{ label: "Cấp xã", value: 111, text: "111" }], "Nguồn");
    assert.doesNotMatch(svg, /<text/);
    assert.match(svg, /<path/);
  });

  test("draw bars in proportion to their values", () => {
    const bars = [
      { label: "A", value: 100, text: "100" },
      { label: "B", value: 50, text: "50" },
    ];
    const widths = [
      ...barChart("T", "S", bars, "N").matchAll(/width="([\d.]+)" height="[\d.]+" rx="10"/g),
    ].map((found) => Number(found[1]));
    assert.deepEqual(widths, [1330, 665]);
  });

  test("shrink a number that is too wide for its card", () => {
    const card = { place: "Lào Cai", number: "5.900.000.000.000.000", unit: "lượt", when: "2021" };
    const scales = [...numberCards("T", "S", [card, card], "N").matchAll(/scale\(([\d.e-]+),/g)].map(
      (found) => Number(found[1]),
    );
    assert.ok(Math.max(...scales) < 0.21);
  });

  test("frame a film in sixteen by nine", async () => {
    const { width, height } = await sharp(
      await rasterise(slideFrame("1", ["Soát tên"], "Trang tin", 320), 320, false),
    ).metadata();
    assert.deepEqual([width, height], [320, 180]);
  });

  for (const { file, svg } of CHARTS) {
    test(`${file} becomes a picture below the largest size`, async () => {
      const bytes = await rasterise(svg(), 2400, file.endsWith(".png"));
      assert.equal((await sharp(bytes).metadata()).width, 2400);
      assert.ok(bytes.length <= MAX_BYTES);
    });
  }
});
