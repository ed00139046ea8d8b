import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyReferences } from "#site/markdown/render.ts";
import { page, problemsOf, render } from "./support.ts";

const VIDEO = ':::video phim.mp4 bia.jpg "Khai mạc hội thi"\nĐồng chí **A** khai mạc.\n:::';

test("a video has controls, a poster, its size, and its content in words", () => {
  const document = page(VIDEO);
  const video = document.querySelector("figure.video > video");
  assert.equal(video?.hasAttribute("controls"), true);
  assert.equal(video.hasAttribute("autoplay"), false);
  assert.equal(video.getAttribute("preload"), "none");
  assert.equal(video.getAttribute("poster"), "/btg/pictures/bia.jpg");
  assert.equal(video.getAttribute("width"), "1600");
  assert.equal(video.querySelector("source")?.getAttribute("type"), "video/mp4");
  assert.equal(video.querySelector("a")?.textContent, "Tải video (MP4, 1,2 MB)");
  assert.equal(document.querySelector("figure.video > figcaption")?.textContent, "Khai mạc hội thi");
  assert.equal(document.querySelector("details.transcript > summary")?.textContent, "Nội dung video");
  assert.equal(document.querySelector("details.transcript > p > strong")?.textContent, "A");
});

test("a video may have captions to read along", () => {
  const track = page(':::video phim.mp4 phu-de.vtt "Phim"\nLời.\n:::').querySelector("video > track");
  assert.equal(track?.getAttribute("kind"), "captions");
  assert.equal(track.getAttribute("srclang"), "vi");
  assert.equal(track.getAttribute("src"), "/btg/tep/phu-de.vtt");
});

test("a video without a poster keeps a place of 16:9", () => {
  const video = page(':::video phim.mp4 "Phim"\nLời.\n:::').querySelector("video");
  assert.deepEqual([video?.getAttribute("width"), video?.getAttribute("height")], ["1280", "720"]);
});

test("an audio piece has controls, its title before it, and its content in words", () => {
  const document = page(':::audio tin.mp3 "Bản tin sáng"\nLời bản tin.\n:::');
  assert.equal(
    document.querySelector("figure.audio > figcaption + audio > source")?.getAttribute("type"),
    "audio/mpeg",
  );
  assert.equal(document.querySelector("details > summary")?.textContent, "Nội dung âm thanh");
});

test("an attached file is a link with its kind and size", () => {
  const paragraph = page(':::tep bao-cao.pdf "Báo cáo sơ kết"\n:::').querySelector("p.attachment");
  assert.equal(paragraph?.textContent, "Báo cáo sơ kết (PDF, 1,2 MB)");
  const link = paragraph.querySelector("a");
  assert.equal(link?.getAttribute("href"), "/btg/tep/bao-cao.pdf");
  assert.equal(link.hasAttribute("download"), true);
});

for (const form of [
  ':::tep a.pdf "Tệp"\n:::\n\nSau.',
  ':::tep a.pdf "Tệp" :::\n\nSau.',
  ':::tep a.pdf "Tệp"\n\nSau.',
  ":::tep a.pdf “Tệp”\n\n:::\n\nSau.",
  'Trước.\n:::tep a.pdf "Tệp"\n:::\nSau.',
]) {
  test(`${JSON.stringify(form)} is a file and then a paragraph`, () => {
    const document = page(form);
    assert.equal(document.querySelectorAll("p.attachment").length, 1);
    assert.equal([...document.querySelectorAll("p")].at(-1)?.textContent, "Sau.");
    assert.deepEqual(problemsOf(form), []);
  });
}

test("a note box has a title, its own or “Lưu ý”", () => {
  assert.equal(
    page(":::luu-y\nMang thẻ.\n:::").querySelector("div.note > p.note-title")?.textContent,
    "Lưu ý",
  );
  assert.equal(page(':::luu-y "Hạn nộp"\nNgày 8.\n:::').querySelector(".note-title")?.textContent, "Hạn nộp");
});

test("containers nest with the same number of colons", () => {
  const document = page(
    ':::luu-y\nXem tệp:\n:::tep a.pdf "A"\n:::\n:::anh\n![Một](a.jpg)\n:::\nHết.\n:::\n\nSau.',
  );
  const note = document.querySelector(".note");
  assert.equal(note?.querySelectorAll(".attachment, .photo-set").length, 2);
  assert.equal(note.lastElementChild?.textContent, "Hết.");
  assert.equal(document.body.lastElementChild?.textContent, "Sau.");
});

test("colons inside fenced code are code", () => {
  const document = page(":::luu-y\n```\n:::\n```\nHết.\n:::");
  assert.equal(document.querySelector(".note code")?.textContent, ":::\n");
  assert.deepEqual(problemsOf("```\n:::abc\n```"), []);
});

test("containers live in lists and quotations", () => {
  assert.equal(page("- Một\n\n  :::luu-y\n  Hai\n  :::\n\n- Ba").querySelectorAll("li .note").length, 1);
  assert.equal(page("> :::luu-y\n> Hai\n> :::").querySelectorAll("blockquote .note").length, 1);
});

const PROBLEMS: readonly (readonly [source: string, problems: readonly string[]])[] = [
  ["Một\n\n:::lưu-ý\nHai\n:::", ['3:1 Không có khối nào tên ":::lưu-ý". Có phải ":::luu-y"?']],
  [":::vidio a.mp4\n:::", ['1:1 Không có khối nào tên ":::vidio". Có phải ":::video"?']],
  [":::gallery\n:::", ['1:1 Không có khối nào tên ":::gallery". Có phải ":::anh"?']],
  [
    ":::quangcao\n:::",
    [
      '1:1 Không có khối nào tên ":::quangcao". Các khối dùng được: :::anh, :::video, :::audio, :::tep, :::luu-y.',
    ],
  ],
  [
    ":::constructor\n:::",
    [
      '1:1 Không có khối nào tên ":::constructor". Các khối dùng được: :::anh, :::video, :::audio, :::tep, :::luu-y.',
    ],
  ],
  [":::luu-y\nHai", ['1:1 Khối ":::luu-y" chưa đóng. Hãy thêm một dòng ":::" ở cuối khối.']],
  ["Một\n\n:::", ['3:1 Dòng ":::" này không đóng khối nào. Hãy xóa nó.']],
  [
    ":::anh\nKhông có ảnh\n:::",
    [
      '1:1 Khối ":::anh" không có ảnh nào. Mỗi dòng trong khối là một ảnh: ![mô tả](tên-tệp.jpg "chú thích | Ảnh: tên người chụp").',
    ],
  ],
  [
    ":::anh\n![Một](a.jpg) Chữ\n:::",
    [
      '1:1 cảnh báo: Khối ":::anh" có chữ ngoài ảnh. Hãy đưa chữ vào chú thích của từng ảnh hoặc ra ngoài khối.',
    ],
  ],
  [":::tep\n:::", ['1:1 Khối ":::tep" chưa ghi tên tệp. Ví dụ: :::tep bao-cao.pdf "Tiêu đề"']],
  [":::tep a.pdf\n:::", ['1:1 cảnh báo: Khối ":::tep" chưa có tiêu đề. Ví dụ: :::tep bao-cao.pdf "Tiêu đề"']],
  [':::tep thieu.pdf "A"\n:::', ['1:1 Không thấy tệp đính kèm "thieu.pdf".']],
  [
    ':::tep ../a.pdf "A"\n:::',
    ['1:1 Tệp "../a.pdf" không nằm cạnh bài. Hãy đặt tệp cùng thư mục với index.md và chỉ viết tên tệp.'],
  ],
  [
    ':::video phim.mp4 "Phim"\n:::',
    [
      '1:1 cảnh báo: Khối ":::video" chưa có nội dung bằng chữ cho người không nghe hoặc không xem được. Hãy viết nội dung giữa hai dòng ":::".',
    ],
  ],
  [
    ':::video phim.pdf "Phim"\nLời.\n:::',
    ['1:1 Tệp "phim.pdf" không phải là video. Ví dụ: :::video phim.mp4 bia.jpg "Tiêu đề"'],
  ],
  [
    ':::audio phim.mp4 "Phim"\nLời.\n:::',
    ['1:1 Tệp "phim.mp4" không phải là âm thanh. Ví dụ: :::audio ban-tin.mp3 "Tiêu đề"'],
  ],
  [':::video phim.mp4 thieu.jpg "Phim"\nLời.\n:::', ['1:1 Không thấy tệp ảnh "thieu.jpg".']],
  ["- a\n\n  :::vidio\n  :::", ['3:3 Không có khối nào tên ":::vidio". Có phải ":::video"?']],
];
for (const [source, problems] of PROBLEMS) {
  test(`${JSON.stringify(source)} is reported as ${problems.join("; ")}`, () =>
    assert.deepEqual(problemsOf(source), problems));
}

test("what an unknown container holds is shown all the same", () => {
  assert.equal(page(":::quangcao\nHai\n:::").querySelector("p")?.textContent, "Hai");
});

test("titles and contents of containers are part of the plain text", () => {
  assert.equal(render(VIDEO).text, "Khai mạc hội thi\nĐồng chí A khai mạc.");
});

test("the files that a text names are known before it is rendered", () => {
  const source =
    '![Một](a.jpg)\n\n:::anh\n![Hai](b.jpg)\n![Một](a.jpg)\n:::\n\n:::video p.mp4 bia.jpg p.vtt "P"\n[tệp](c.pdf)\n:::\n\n:::tep d.docx "D"\n\n[e](/e.pdf) [f](https://x.vn/f.pdf) ![g](../g.jpg) `![h](h.jpg)` ![i][i]\n\n[i]: i.jpg';
  assert.deepEqual(bodyReferences(source), {
    pictures: ["a.jpg", "b.jpg", "bia.jpg", "i.jpg"],
    attachments: ["p.mp4", "p.vtt", "c.pdf", "d.docx"],
  });
  assert.deepEqual(bodyReferences("Không có tệp nào."), { pictures: [], attachments: [] });
});
