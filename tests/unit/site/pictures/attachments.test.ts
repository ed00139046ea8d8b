import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import sharp from "sharp";
import { openAttachmentCache } from "#site/pictures/attachment-cache.ts";
import { fileSource, prepareAttachment, saveAttachments } from "#site/pictures/attachments.ts";
import { placeFiles } from "#site/pictures/place.ts";
import { placeInto } from "../../../helpers/place-into.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { box, drawing, write, zip } from "./support.ts";

const folder = temporaryFolder();
const cacheFolder = join(folder, "cache");
const OWNER = "2022/07/ha-giang";

const office = (part: string, type: string) =>
  zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    [part]: "<x/>",
  });
const docx = office("word/document.xml", "wordprocessingml.document");
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
const mp3 = Buffer.concat([
  Buffer.from("ID3\u0003\0\0\0\0\0\0"),
  Buffer.from([0xff, 0xfb, 0x90, 0x64]),
  Buffer.alloc(600),
]);
const film = (place: string) =>
  Buffer.concat([
    box("ftyp", Buffer.from("isom\0\0\u0002\0isomiso2avc1mp41")),
    box("mdat", Buffer.from("+22.3381+104.1487/ is no place here")),
    box(
      "moov",
      Buffer.concat([
        box("mvhd", Buffer.alloc(100)),
        box("udta", box("\u00A9xyz", Buffer.from(`\0\u0012\0\0${place}`, "latin1"))),
      ]),
    ),
  ]);

async function prepare(name: string, content: Uint8Array | string) {
  const cache = await openAttachmentCache(cacheFolder);
  return prepareAttachment(cache, write(folder, name, content), OWNER);
}

const ACCEPTED: readonly (readonly [
  name: string,
  content: Uint8Array | string,
  path: string,
  type: string,
  mediaType: string,
])[] = [
  ["Báo cáo 6 tháng.PDF", pdf, "bao-cao-6-thang.pdf", "PDF", "application/pdf"],
  [
    "ke-hoach.docx",
    docx,
    "ke-hoach.docx",
    "DOCX",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  [
    "so-lieu.xlsx",
    office("xl/workbook.xml", "spreadsheetml.sheet"),
    "so-lieu.xlsx",
    "XLSX",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ],
  [
    "van-ban.odt",
    zip({ mimetype: "application/vnd.oasis.opendocument.text" }),
    "van-ban.odt",
    "ODT",
    "application/vnd.oasis.opendocument.text",
  ],
  ["ban-tin.mp3", mp3, "ban-tin.mp3", "MP3", "audio/mpeg"],
  ["phim.mp4", film("+22.3381+104.1487/"), "phim.mp4", "MP4", "video/mp4"],
  ["phu-de.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào", "phu-de.vtt", "VTT", "text/vtt"],
  ["结果.pdf", pdf, "tep.pdf", "PDF", "application/pdf"],
];
for (const [name, content, path, type, mediaType] of ACCEPTED) {
  test(`${name} is offered as tep/${OWNER}/${path}, ${type}`, async () => {
    const result = await prepare(name, content);
    assert.ok(result.ok, result.ok ? "" : result.message);
    assert.deepEqual(
      [result.value.path, result.value.type, result.value.mediaType, result.value.bytes],
      [`tep/${OWNER}/${path}`, type, mediaType, Buffer.from(content).length],
    );
  });
}

const REFUSED: readonly (readonly [name: string, content: Uint8Array | string, message: string])[] = [
  ["rong.pdf", "", 'Tệp "rong.pdf" rỗng. Hãy chép lại tệp.'],
  ["bao-cao.docx", pdf, 'Tệp "bao-cao.docx" thật ra là tệp PDF. Hãy đổi đuôi tên thành ".pdf".'],
  [
    "bao-cao.pdf",
    "<!doctype html><p>Đăng nhập</p>",
    'Tệp "bao-cao.pdf" là một trang web, không phải tệp đính kèm; có lẽ tệp đã được tải về không đúng cách.',
  ],
  [
    "cu.doc",
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
    'Tệp "cu.doc" là văn bản Word, Excel kiểu cũ. Hãy mở ra rồi lưu lại thành .docx, .xlsx hoặc PDF.',
  ],
  [
    "cai-dat.pdf",
    Buffer.concat([Buffer.from("MZ"), Buffer.alloc(600)]),
    'Tệp "cai-dat.pdf" là chương trình nên không được đăng.',
  ],
  ["lenh.pdf", "#!/bin/sh\nrm -rf /", 'Tệp "lenh.pdf" là chương trình nên không được đăng.'],
  [
    "nen.zip",
    zip({ "a.txt": "a" }),
    'Tệp "nen.zip" là tệp nén, điện thoại khó mở. Hãy đính kèm từng tệp bên trong.',
  ],
  [
    "hong.docx",
    zip({ "a.txt": "a" }),
    'Tệp "hong.docx" bị hỏng: không phải là DOCX. Hãy mở ra, lưu lại rồi thử lại.',
  ],
  [
    "chu.txt",
    "Xin chào",
    'Tệp "chu.txt" thuộc loại không đăng được. Hãy dùng PDF, DOCX, XLSX, PPTX, ODT, MP3, MP4, JPG hoặc PNG.',
  ],
  [
    "mau.docm",
    zip({
      "[Content_Types].xml":
        '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    }),
    'Tệp "mau.docm" chứa macro (mã chạy) nên không được đăng. Hãy lưu lại thành PDF hoặc .docx, .xlsx.',
  ],
  [
    "hong.jpg",
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    'Ảnh "hong.jpg" bị hỏng hoặc chép chưa xong. Hãy chép lại ảnh gốc.',
  ],
];
for (const [name, content, message] of REFUSED) {
  test(`${name} is refused: ${message}`, async () =>
    assert.deepEqual(await prepare(name, content), { ok: false, message }));
}

test("a missing file is named with the one that was probably meant", async () => {
  const here = join(folder, "bai");
  mkdirSync(here);
  write(here, "bao-cao-so-ket.pdf", pdf);
  const cache = await openAttachmentCache(cacheFolder);
  assert.deepEqual(await prepareAttachment(cache, join(here, "bao-cao-soket.pdf"), OWNER), {
    ok: false,
    message: 'Không thấy tệp đính kèm "bao-cao-soket.pdf". Có phải "bao-cao-so-ket.pdf"?',
  });
});

test("a film of more than 500 MB is refused before it is read", async () => {
  const file = write(folder, "dai.mp4", "");
  truncateSync(file, 600_000_000);
  assert.deepEqual(await prepareAttachment(await openAttachmentCache(cacheFolder), file, OWNER), {
    ok: false,
    message: 'Tệp "dai.mp4" nặng 600 MB, quá 500 MB. Hãy đưa phim lên kênh video rồi đặt liên kết.',
  });
});

/** Prepares and places one file and gives what readers get. */
async function published(name: string, content: Uint8Array): Promise<Buffer> {
  const result = await prepare(name, content);
  assert.ok(result.ok, result.ok ? "" : result.message);
  const output = join(folder, `output-${name}`);
  assert.equal(placeFiles(await openAttachmentCache(cacheFolder), [result.value], placeInto(output)), 1);
  return readFileSync(join(output, result.value.path));
}

test("a document is published byte for byte", async () => {
  assert.deepEqual(await published("nguyen-ban.docx", docx), Buffer.from(docx));
});

test("a film loses the place where it was taken and nothing else", async () => {
  const bytes = await published("co-toa-do.mp4", film("+22.3381+104.1487/"));
  assert.deepEqual(bytes, film("+00.0000+000.0000/"));
});

test("a photograph loses its metadata and stands upright", async () => {
  const shot = await drawing(300, 200)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "22/1 20/1 17/1" } })
    .toBuffer();
  const metadata = await sharp(await published("anh.jpg", shot)).metadata();
  assert.deepEqual(
    [metadata.exif, metadata.orientation, metadata.width, metadata.height],
    [undefined, undefined, 200, 300],
  );
});

test("an unchanged file is remembered from run to run", async () => {
  const own = join(folder, "own-cache");
  const file = write(folder, "nho.pdf", pdf);
  const first = await openAttachmentCache(own);
  const prepared = await prepareAttachment(first, file, OWNER);
  await saveAttachments(first);
  const second = await openAttachmentCache(own);
  assert.deepEqual(await prepareAttachment(second, file, OWNER), prepared);
  assert.equal(second.changed, false);
  assert.deepEqual(readdirSync(second.folder).sort(), ["files.json", "objects"]);
});

test("the same document under two articles has two addresses and one copy", async () => {
  const cache = await openAttachmentCache(join(folder, "one-copy"));
  const file = write(folder, "chung.pdf", pdf);
  const [one, two] = [
    await prepareAttachment(cache, file, "2022/07/a"),
    await prepareAttachment(cache, file, "2022/07/b"),
  ];
  assert.deepEqual(
    [one.ok && one.value.path, two.ok && two.value.path],
    ["tep/2022/07/a/chung.pdf", "tep/2022/07/b/chung.pdf"],
  );
  assert.equal(cache.objects.size, 1);
});

test("a file shows its kind and size and lies under the base path", () => {
  assert.deepEqual(
    fileSource(
      { key: "k", path: "tep/x/a.pdf", type: "PDF", mediaType: "application/pdf", bytes: 1_234_567 },
      "/btg/",
    ),
    { url: "/btg/tep/x/a.pdf", type: "PDF", size: "1,2 MB", mediaType: "application/pdf" },
  );
});
