import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { placePictures } from "#site/pictures/place.ts";
import { placeInto } from "../../../helpers/place-into.ts";
import { openPictureCache, variantFile } from "#site/pictures/picture-cache.ts";
import { preparePictures } from "#site/pictures/prepare.ts";
import type { PreparedPicture } from "#site/pictures/types.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { colourAt, drawing, isNear, write } from "./support.ts";

const folder = temporaryFolder();
const cacheFolder = join(folder, "cache");

/** Prepares one picture; fails the test where there is none. */
async function prepared(file: string): Promise<{ picture: PreparedPicture; warnings: readonly string[] }> {
  const { pictures } = await preparePictures(await openPictureCache(cacheFolder), [file]);
  const result = pictures.get(file);
  if (result?.ok !== true)
    throw new assert.AssertionError({ message: result?.message ?? `nothing for ${file}` });
  return { picture: result.value, warnings: result.warnings };
}

/** Says why a picture cannot be used. */
async function refusal(name: string, content: Uint8Array | string): Promise<string> {
  const file = write(folder, name, content);
  const { pictures } = await preparePictures(await openPictureCache(cacheFolder), [file]);
  const result = pictures.get(file);
  assert.equal(result?.ok, false, `${name} was accepted`);
  return result.message;
}

async function variantOf(
  picture: PreparedPicture,
  format: "avif" | "webp" | "jpeg",
  width: number,
): Promise<string> {
  const cache = await openPictureCache(cacheFolder);
  return join(cache.folder, "objects", picture.key, variantFile({ width, format }));
}

const jpeg = await drawing(2000, 1200).jpeg().toBuffer();

test("a photograph is encoded in three formats at the widths that phones and desktops show", async () => {
  const { picture, warnings } = await prepared(write(folder, "Hội trường.jpg", jpeg));
  assert.deepEqual(warnings, []);
  assert.equal(picture.slug, "hoi-truong");
  assert.deepEqual([picture.width, picture.height], [1280, 768]);
  assert.deepEqual(
    picture.variants.map(({ format, width }) => `${format} ${width}`),
    [240, 480, 800]
      .flatMap((width) => [`avif ${width}`, `webp ${width}`, `jpeg ${width}`])
      .concat("avif 1280"),
  );
});

test("each variant is what its name says", async () => {
  const { picture } = await prepared(write(folder, "b.jpg", jpeg));
  for (const { format, width } of picture.variants) {
    const file = await variantOf(picture, format, width);
    const metadata = await sharp(file).metadata();
    assert.equal(metadata.width, width, file);
    assert.equal(metadata.height, Math.round((width * 1200) / 2000), file);
    assert.equal(metadata.format, format === "avif" ? "heif" : format, file);
    assert.ok(isNear(await colourAt(file, 10, 10), [0xd0, 0x10, 0x10]), file);
    assert.ok(isNear(await colourAt(file, width - 10, 10), [0x10, 0x20, 0xc0]), file);
  }
});

test("a small picture is never enlarged and gets a warning", async () => {
  const { picture, warnings } = await prepared(
    write(folder, "nho.jpg", await drawing(300, 200).jpeg().toBuffer()),
  );
  assert.deepEqual(
    picture.variants.map(({ format, width }) => `${format} ${width}`),
    ["avif 240", "webp 240", "jpeg 240", "avif 300", "webp 300", "jpeg 300"],
  );
  assert.deepEqual(warnings, [
    'Ảnh "nho.jpg" chỉ rộng 300 điểm ảnh nên sẽ nhỏ hoặc mờ. Hãy dùng ảnh rộng ít nhất 1.200 điểm ảnh.',
  ]);
});

test("metadata, the place above all, is gone from every variant, and the picture stands upright", async () => {
  const shot = await drawing(1000, 600)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: "My Ly", Make: "TestPhone" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "22/1 20/1 17/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "104/1 8/1 55/1",
      },
    })
    .toBuffer();
  assert.ok((await sharp(shot).metadata()).exif !== undefined, "the test picture needs EXIF to lose");
  const { picture } = await prepared(write(folder, "gps.jpg", shot));
  assert.deepEqual([picture.width, picture.height], [600, 1000]);
  for (const { format, width } of picture.variants) {
    const file = await variantOf(picture, format, width);
    const { exif, xmp, iptc, icc, orientation } = await sharp(file).metadata();
    assert.deepEqual(
      { exif, xmp, iptc, icc, orientation },
      { exif: undefined, xmp: undefined, iptc: undefined, icc: undefined, orientation: undefined },
    );
    const bytes = readFileSync(file, "latin1");
    for (const trace of ["TestPhone", "My Ly", "Exif\0\0"])
      assert.ok(!bytes.includes(trace), `${file}: ${trace}`);
  }
  // Turned a quarter to the right, what was left is on top.
  const file = await variantOf(picture, "jpeg", 480);
  assert.ok(isNear(await colourAt(file, 240, 20), [0xd0, 0x10, 0x10]));
  assert.ok(isNear(await colourAt(file, 240, 780), [0x10, 0x20, 0xc0]));
});

const COLOURS: readonly (readonly [name: string, make: () => Promise<Uint8Array>])[] = [
  ["CMYK", () => drawing(900, 600).toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer()],
  ["16-bit", () => drawing(900, 600).toColourspace("rgb16").png().toBuffer()],
  ["Display P3", () => drawing(900, 600).withIccProfile("p3").jpeg({ quality: 95 }).toBuffer()],
  ["WebP", () => drawing(900, 600).webp({ quality: 95 }).toBuffer()],
  ["AVIF", () => drawing(900, 600).avif({ quality: 80, effort: 0 }).toBuffer()],
];
for (const [name, make] of COLOURS) {
  test(`a picture in ${name} comes out in the same colours in sRGB`, async () => {
    const bytes = await make();
    const { picture } = await prepared(write(folder, `mau-${name.replaceAll(" ", "-")}.bin`, bytes));
    const file = await variantOf(picture, "jpeg", 480);
    const { space, depth, channels } = await sharp(file).metadata();
    assert.deepEqual({ space, depth, channels }, { space: "srgb", depth: "uchar", channels: 3 });
    // CMYK cannot hold these colours exactly.
    assert.ok(isNear(await colourAt(file, 10, 10), [0xd0, 0x10, 0x10], 40));
    assert.ok(isNear(await colourAt(file, 470, 10), [0x10, 0x20, 0xc0], 60));
  });
}

test("what is transparent becomes white, so that drawings stay readable on dark pages", async () => {
  const clear = await sharp({
    create: { width: 800, height: 400, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  const { picture } = await prepared(write(folder, "trong-suot.png", clear));
  assert.ok(isNear(await colourAt(await variantOf(picture, "avif", 800), 400, 200), [255, 255, 255]));
});

test("an animated picture shows its first frame, with a warning", async () => {
  const frames = await Promise.all(
    ["#ff0000", "#00ff00"].map((background) =>
      sharp({ create: { width: 600, height: 400, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const animated = sharp(frames, { join: { animated: true } });
  for (const [name, bytes] of [
    ["co.gif", await animated.clone().gif().toBuffer()],
    ["co.webp", await animated.clone().webp().toBuffer()],
  ] as const) {
    const { picture, warnings } = await prepared(write(folder, name, bytes));
    assert.deepEqual([picture.width, picture.height], [600, 400]);
    assert.deepEqual(warnings, [
      `Ảnh "${name}" là ảnh động; trang chỉ hiện hình đầu tiên. Muốn có chuyển động, hãy dùng khối :::video.`,
    ]);
    assert.ok(isNear(await colourAt(await variantOf(picture, "jpeg", 480), 100, 100), [255, 0, 0]));
  }
});

test("a PNG that is called .jpg works, with a warning", async () => {
  const { warnings } = await prepared(write(folder, "anh.jpg", await drawing(600, 400).png().toBuffer()));
  assert.deepEqual(warnings, [
    'Ảnh "anh.jpg" thật ra là ảnh PNG. Ảnh vẫn dùng được; hãy đổi đuôi tên thành ".png".',
  ]);
});

test("a banner of 20,000 pixels works", async () => {
  const banner = await drawing(20_000, 400).jpeg().toBuffer();
  const { picture } = await prepared(write(folder, "bang-ron.jpg", banner));
  assert.deepEqual([picture.width, picture.height], [1280, 26]);
});

test("a long infographic keeps its shape", async () => {
  const { picture } = await prepared(
    write(folder, "do-hoa.png", await drawing(1000, 12_000).png().toBuffer()),
  );
  assert.deepEqual([picture.width, picture.height], [667, 8000]);
});

test("20,000 by 20,000 pixels are refused before they are decoded", async () => {
  const bomb = await sharp({
    limitInputPixels: false,
    create: { width: 20_000, height: 20_000, channels: 3, background: "#8f1414" },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  assert.equal(
    await refusal("to.png", bomb),
    'Ảnh "to.png" quá lớn: 20.000 × 20.000 điểm ảnh. Hãy thu nhỏ còn nhiều nhất 6.000 điểm ảnh mỗi chiều rồi lưu lại.',
  );
});

const png = await drawing(900, 600).png().toBuffer();
const webp = await drawing(900, 600).webp().toBuffer();
const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from("ftypheic\0\0\0\0mif1heic"),
  Buffer.alloc(64),
]);
const damaged = (name: string) =>
  `Ảnh "${name}" bị hỏng hoặc chép chưa xong. Hãy chép lại ảnh gốc từ máy ảnh, điện thoại hoặc người gửi.`;
const REFUSED: readonly (readonly [name: string, content: Uint8Array | string, message: string])[] = [
  ["rong.jpg", "", 'Tệp ảnh "rong.jpg" rỗng. Hãy chép lại ảnh.'],
  ["cut.jpg", jpeg.subarray(0, jpeg.length / 2), damaged("cut.jpg")],
  ["cut.png", png.subarray(0, png.length / 2), damaged("cut.png")],
  ["cut.webp", webp.subarray(0, webp.length / 2), damaged("cut.webp")],
  ["dau.jpg", jpeg.subarray(0, 40), damaged("dau.jpg")],
  [
    "trang.jpg",
    "<!DOCTYPE html><html><body>404</body></html>",
    'Tệp "trang.jpg" là một trang web, không phải ảnh; có lẽ ảnh đã được tải về không đúng cách. Hãy mở ảnh trên trang đó rồi chọn "Lưu ảnh".',
  ],
  [
    "hinh.svg",
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'Ảnh "hinh.svg" là tệp SVG, có thể chứa mã chạy nên không được đăng. Hãy xuất hình thành PNG.',
  ],
  [
    "hinh.png",
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'Ảnh "hinh.png" là tệp SVG, có thể chứa mã chạy nên không được đăng. Hãy xuất hình thành PNG.',
  ],
  [
    "IMG_0001.heic",
    heic,
    'Ảnh "IMG_0001.heic" là ảnh HEIC của iPhone, trình duyệt không mở được. Hãy mở ảnh trên máy rồi lưu lại thành JPEG (trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất).',
  ],
  [
    "quet.jpg",
    await drawing(100, 100).tiff().toBuffer(),
    'Ảnh "quet.jpg" là ảnh TIF, trình duyệt không mở được. Hãy lưu lại thành JPEG hoặc PNG.',
  ],
  [
    "bao-cao.jpg",
    "%PDF-1.7\n",
    'Tệp "bao-cao.jpg" là tệp PDF, không phải ảnh. Hãy dùng ảnh JPEG, PNG hoặc WebP.',
  ],
  ["chu.jpg", "Xin chào", 'Tệp "chu.jpg" không phải là ảnh. Hãy dùng ảnh JPEG, PNG hoặc WebP.'],
  [
    "rac.jpg",
    Buffer.from([0, 1, 2, 3, 255]),
    'Tệp "rac.jpg" không phải là ảnh. Hãy dùng ảnh JPEG, PNG hoặc WebP.',
  ],
];
for (const [name, content, message] of REFUSED) {
  test(`${name} is refused: ${message}`, async () => assert.equal(await refusal(name, content), message));
}

test("a missing picture is named with the file that was probably meant", async () => {
  const here = join(folder, "bai");
  mkdirSync(here);
  write(here, "hoi-truong.JPG", jpeg);
  const { pictures } = await preparePictures(await openPictureCache(cacheFolder), [
    join(here, "hoi-truong.jpg"),
    join(folder, "khong-co", "a.jpg"),
    here,
  ]);
  assert.deepEqual(
    [...pictures.values()],
    [
      { ok: false, message: 'Không thấy tệp ảnh "hoi-truong.jpg". Có phải "hoi-truong.JPG"?' },
      { ok: false, message: 'Không thấy tệp ảnh "a.jpg". Hãy đặt tệp cùng thư mục với index.md.' },
      { ok: false, message: 'Không thấy tệp ảnh "bai". Hãy đặt tệp cùng thư mục với index.md.' },
    ],
  );
});

test("an unchanged picture is not read again; a changed one is", async () => {
  const file = write(folder, "doi.jpg", await drawing(640, 400).jpeg().toBuffer());
  utimesSync(file, 1_657_273_380, 1_657_273_380);
  const first = await preparePictures(await openPictureCache(cacheFolder), [file, file]);
  assert.deepEqual([first.examined, first.reused], [1, 0]);

  // Same size and time: what the file holds is not looked at.
  writeFileSync(file, Buffer.alloc(statSync(file).size));
  utimesSync(file, 1_657_273_380, 1_657_273_380);
  const second = await preparePictures(await openPictureCache(cacheFolder), [file]);
  assert.deepEqual([second.examined, second.reused], [0, 1]);
  assert.deepEqual(second.pictures.get(file), first.pictures.get(file));

  writeFileSync(file, await drawing(650, 400).jpeg().toBuffer());
  const third = await preparePictures(await openPictureCache(cacheFolder), [file]);
  assert.deepEqual([third.examined, third.reused], [1, 0]);
  assert.notDeepEqual(third.pictures.get(file), first.pictures.get(file));
});

test("a picture with a new name or time but the same content is not encoded again", async () => {
  const cache = await openPictureCache(cacheFolder);
  const bytes = await drawing(660, 400).jpeg().toBuffer();
  const one = write(folder, "mot.jpg", bytes);
  await preparePictures(cache, [one]);
  const variants = join(cache.folder, "objects");
  const before = readdirSync(variants).length;
  const two = write(folder, "hai.jpg", bytes);
  const { pictures } = await preparePictures(cache, [two]);
  const result = pictures.get(two);
  assert.equal(result?.ok && result.value.slug, "hai");
  assert.equal(readdirSync(variants).length, before);
});

test("a cache that was damaged or emptied is filled again", async () => {
  const file = write(folder, "lai.jpg", await drawing(670, 400).jpeg().toBuffer());
  const { picture } = await prepared(file);
  const cache = await openPictureCache(cacheFolder);
  const object = join(cache.folder, "objects", picture.key);

  writeFileSync(join(cache.folder, "files.json"), '[["broken');
  assert.deepEqual((await prepared(file)).picture, picture);

  rmSync(object, { recursive: true });
  assert.deepEqual((await prepared(file)).picture, picture);
  assert.equal(readdirSync(object).length, picture.variants.length + 1);

  rmSync(cache.folder, { recursive: true });
  assert.deepEqual((await prepared(file)).picture, picture);
});

test("two runs at once in one cache make the same and leave nothing half made", async () => {
  const shared = join(folder, "shared-cache");
  const files = await Promise.all(
    [500, 510, 520].map(async (width) =>
      write(folder, `chung-${width}.jpg`, await drawing(width, 300).jpeg().toBuffer()),
    ),
  );
  const runs = await Promise.all(
    [0, 1].map(async () => preparePictures(await openPictureCache(shared), files)),
  );
  assert.deepEqual([...(runs[0]?.pictures ?? [])].sort(), [...(runs[1]?.pictures ?? [])].sort());
  const cache = await openPictureCache(shared);
  assert.equal(cache.objects.size, 3);
  assert.deepEqual(readdirSync(cache.folder).sort(), ["files.json", "objects"]);
  assert.equal(cache.index.size, 3);
});

test("what an interrupted run left aside goes with the next run; what a run at work has aside stays", async () => {
  const interrupted = join(folder, "interrupted");
  const { folder: inside } = await openPictureCache(interrupted);
  for (const [name, hoursAgo] of [
    ["new-old", 30],
    ["new-fresh", 0],
  ] as const) {
    mkdirSync(join(inside, name));
    write(join(inside, name), "480.avif", "half");
    const time = statSync(join(inside, "objects")).mtimeMs / 1000 - hoursAgo * 3600;
    utimesSync(join(inside, name), time, time);
  }
  await openPictureCache(interrupted);
  assert.deepEqual(readdirSync(inside).sort(), ["new-fresh", "objects"]);
});

test("encoding is reproducible", async () => {
  const file = write(folder, "nhu-nhau.jpg", await drawing(700, 400).jpeg().toBuffer());
  const bytes = await Promise.all(
    ["mot", "hai"].map(async (name) => {
      const cache = await openPictureCache(join(folder, name));
      const { pictures } = await preparePictures(cache, [file]);
      const result = pictures.get(file);
      assert.ok(result?.ok);
      return result.value.variants.map((variant) =>
        readFileSync(join(cache.folder, "objects", result.value.key, variantFile(variant)), "base64"),
      );
    }),
  );
  assert.deepEqual(bytes[0], bytes[1]);
});

test("progress counts the pictures that are not in the cache", async () => {
  const cache = await openPictureCache(join(folder, "progress"));
  const known = write(folder, "biet.jpg", await drawing(500, 300).jpeg().toBuffer());
  await preparePictures(cache, [known]);
  const files = await Promise.all(
    [501, 502].map(async (width) =>
      write(folder, `moi-${width}.jpg`, await drawing(width, 300).jpeg().toBuffer()),
    ),
  );
  const seen: string[] = [];
  await preparePictures(cache, [known, ...files], {
    concurrency: 1,
    onProgress: (done, total) => seen.push(`${done}/${total}`),
  });
  assert.deepEqual(seen, ["1/2", "2/2"]);
});

test("pictures are placed under names that tell slug, content and width", async () => {
  const cache = await openPictureCache(cacheFolder);
  const file = write(folder, "Lễ khai mạc.jpg", await drawing(250, 150).jpeg().toBuffer());
  const { picture } = await prepared(file);
  const output = join(folder, "output");
  const place = placeInto(output);
  assert.equal(placePictures(cache, [picture, picture], place), 3);
  const hash = picture.key.slice(0, 8);
  assert.deepEqual(readdirSync(join(output, "pictures")).sort(), [
    `le-khai-mac-${hash}-250.avif`,
    `le-khai-mac-${hash}-250.jpg`,
    `le-khai-mac-${hash}-250.webp`,
  ]);
  assert.equal(placePictures(cache, [picture], place), 3, "placing again changes nothing");
});

test("a cache that is emptied during a build is an operator's error that says so", async () => {
  const cache = await openPictureCache(join(folder, "emptied"));
  const file = write(folder, "mat.jpg", await drawing(500, 300).jpeg().toBuffer());
  const { pictures } = await preparePictures(cache, [file]);
  const result = pictures.get(file);
  assert.ok(result?.ok);
  rmSync(cache.folder, { recursive: true });
  assert.throws(
    () => placePictures(cache, [result.value], placeInto(join(folder, "output-2"))),
    /is gone: the cache was emptied during the build\. Build again\.$/,
  );
});
