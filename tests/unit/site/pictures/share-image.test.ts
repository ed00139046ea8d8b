import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import sharp, { type Region } from "sharp";
import { canLetter, letter, widthOf } from "#site/pictures/letters.ts";
import { fitText, type TextBox } from "#site/pictures/line-breaks.ts";
import { placeShareImages } from "#site/pictures/place.ts";
import { placeInto } from "../../../helpers/place-into.ts";
import { openPictureCache } from "#site/pictures/picture-cache.ts";
import { preparePictures } from "#site/pictures/prepare.ts";
import { SHARE_DESIGN } from "#site/pictures/share-design.ts";
import { drawShareImage } from "#site/pictures/share-drawing.ts";
import {
  openShareCache,
  drawShareImages,
  sharePath,
  type ShareImageView,
} from "#site/pictures/share-image.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { colourAt, drawing, isNear, write } from "./support.ts";

const folder = temporaryFolder();
const words = {
  title: "Hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm 2022",
  kicker: "Hà Giang",
  section: "Tuyên truyền",
  date: "08/07/2022",
  siteName: "Cổng thông tin Tuyên giáo",
};
const view: ShareImageView = { ...words, picture: null };
const RED = [0x8f, 0x14, 0x14];

/** How many points of a region are nearly white. */
async function whitePoints(image: Uint8Array, region: Region): Promise<number> {
  const { data } = await sharp(image).extract(region).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value > 200).length;
}
const TITLE = { left: 56, top: 114, width: 588, height: 380 };

test("a share image is a JPEG of 1200 by 630 pixels, at most 60 kB, without metadata", async () => {
  const image = await drawShareImage(words, await drawing(800, 533).jpeg().toBuffer());
  const { format, width, height, exif, icc } = await sharp(image).metadata();
  assert.deepEqual(
    { format, width, height, exif, icc },
    { format: "jpeg", width: 1200, height: 630, exif: undefined, icc: undefined },
  );
  assert.ok(image.length <= 60_000, `${image.length}`);
});

test("the photograph stands right of the panel", async () => {
  const image = await drawShareImage(words, await drawing(800, 533).jpeg().toBuffer());
  assert.ok(isNear(await colourAt(image, 20, 20), RED));
  assert.ok(isNear(await colourAt(image, 720, 300), [0xd0, 0x10, 0x10], 20));
  assert.ok(isNear(await colourAt(image, 1180, 300), [0x10, 0x20, 0xc0], 20));
});

test("without a photograph the panel is the whole image", async () => {
  const image = await drawShareImage(words, null);
  assert.ok(isNear(await colourAt(image, 1180, 20), RED));
});

test("a crowded photograph and a title of 300 characters stay near 60 kB", async () => {
  const noise = await sharp({
    create: {
      width: 800,
      height: 533,
      channels: 3,
      background: "#888",
      noise: { type: "gaussian", mean: 128, sigma: 25 },
    },
  })
    .blur(2)
    .jpeg()
    .toBuffer();
  const image = await drawShareImage({ ...words, title: "Nghị quyết ".repeat(30) }, noise);
  assert.ok(image.length <= 66_000, `${image.length}`);
});

test("a grey photograph works", async () => {
  const grey = await drawing(800, 533).greyscale().jpeg().toBuffer();
  const [r = 0, g = 0, b = 0] = await colourAt(await drawShareImage(words, grey), 1000, 300);
  assert.ok(Math.max(r, g, b) - Math.min(r, g, b) < 8);
});

test("the title is drawn; one in letters that the font lacks is left out", async () => {
  const drawn = await drawShareImage({ ...words, kicker: null }, null);
  assert.ok((await whitePoints(drawn, TITLE)) > 5_000);
  const khmer = await drawShareImage({ ...words, title: "សេចក្តីជូនដំណឹង" }, null);
  assert.equal(await whitePoints(khmer, TITLE), 0);
});

test("every letter of Vietnamese can be drawn, in both weights", () => {
  const letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
  const text = `${letters}${letters.toUpperCase()}0123456789.,;:!?…–-“”‘’'"()/%&`;
  for (const weight of [400, 700] as const) {
    assert.equal(canLetter(text, weight), true);
    for (const character of text) assert.ok(letter(character, weight, 40).svg.includes("<path"), character);
  }
  assert.equal(canLetter(text.normalize("NFD"), 700), true);
  assert.equal(canLetter("ភាសាខ្មែរ", 700), false);
});

test("a mark above a letter makes it higher, not wider", () => {
  assert.equal(widthOf("ễ", 700, 100), widthOf("e", 700, 100));
  assert.equal(widthOf("ễ".normalize("NFD"), 700, 100), widthOf("ễ", 700, 100));
});

const BOX: TextBox = { width: 300, height: 120, weight: 700, sizes: [40, 30], leading: 1.3 };
const LONG = "Hội nghị trực tuyến sơ kết công tác tuyên giáo sáu tháng đầu năm ".repeat(5);

test("a short text takes the largest size", () => {
  assert.deepEqual(fitText("Hà Giang", BOX), { size: 40, lines: ["Hà Giang"] });
});

test("a text breaks between words and loses none", () => {
  const text = "Hội nghị sơ kết công tác";
  const { lines } = fitText(text, BOX);
  assert.ok(lines.length > 1);
  assert.equal(lines.join(" "), text);
});

test("a text that is too long ends in an ellipsis at the smallest size, inside its box", () => {
  const { size, lines } = fitText(LONG, BOX);
  assert.equal(size, 30);
  assert.equal(lines.length, Math.floor(120 / (30 * 1.3)));
  assert.match(lines.at(-1) ?? "", /[^\s,;:.–-]…$/);
  for (const line of lines) assert.ok(widthOf(line, 700, size) <= BOX.width, line);
});

test("one word that is wider than its box is cut inside", () => {
  const { lines } = fitText("Đ".repeat(100), BOX);
  assert.match(lines[0] ?? "", /^Đ+…$/);
  assert.ok(widthOf(lines[0] ?? "", 700, 30) <= BOX.width);
});

test("an empty text has no lines", () => assert.deepEqual(fitText(" ", BOX).lines, []));

test("stacked marks of one line stay clear of the line above", () => {
  /** Heights above the base line of the points of a letter's outline, in ems. */
  const heights = (text: string): readonly number[] =>
    [...letter(text, 700, 1).svg.matchAll(/ d="([^"]*)"/g)].flatMap(([, path = ""]) =>
      (path.match(/-?\d+/g) ?? []).flatMap((value, index) => (index % 2 === 1 ? [Number(value) / 1000] : [])),
    );
  const highest = Math.max(...heights("ẤẦẨẪẮẰẲẴẾỀỂỄỐỒỔỖỨỪỬỮỚỜỞỠ"));
  const lowest = Math.min(...heights("ạậặẹệịọộợụựỵgpqy"));
  assert.ok(highest > 0.9 && lowest < -0.15, `${highest} ${lowest}`);
  assert.ok(SHARE_DESIGN.leading > highest - lowest, `${highest - lowest}`);
});

test("the path of an image is known before it is drawn and changes with what it says", () => {
  assert.match(sharePath(view), /^pictures\/chia-se-[0-9a-f]{16}\.jpg$/);
  assert.equal(sharePath({ ...view }), sharePath(view));
  const others = [
    { title: "Khác" },
    { kicker: null },
    { section: "Khác" },
    { date: "09/07/2022" },
    { siteName: "Khác" },
  ];
  const paths = new Set(others.map((other) => sharePath({ ...view, ...other })));
  assert.equal(paths.size, others.length);
  assert.ok(!paths.has(sharePath(view)));
});

test("images are drawn once and placed from the cache", async () => {
  const cacheFolder = join(folder, "cache");
  const pictures = await openPictureCache(cacheFolder);
  const file = write(folder, "a.jpg", await drawing(900, 600).jpeg().toBuffer());
  const result = (await preparePictures(pictures, [file])).pictures.get(file);
  assert.ok(result?.ok);
  const views = [view, { ...view, picture: result.value }, { ...view }];

  const seen: string[] = [];
  const first = await openShareCache(cacheFolder);
  const begun = drawShareImages(first, pictures, views, {
    onProgress: (done, total) => seen.push(`${done}/${total}`),
  });
  assert.equal(begun.count, 2);
  await begun.done;
  assert.deepEqual(seen, ["1/2", "2/2"]);
  const second = await openShareCache(cacheFolder);
  assert.equal(drawShareImages(second, pictures, views).count, 0);

  const output = join(folder, "output");
  assert.equal(placeShareImages(second, views, placeInto(output)), 2);
  const image = readFileSync(join(output, sharePath(views[1] ?? view)));
  assert.ok(isNear(await colourAt(image, 720, 300), [0xd0, 0x10, 0x10], 20));
});

test("drawing is reproducible", async () => {
  assert.deepEqual(await drawShareImage(words, null), await drawShareImage(words, null));
});
