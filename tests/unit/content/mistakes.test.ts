import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { articleOf, articleText, parse, problemsOf } from "./support.ts";

/** A mistake: what the editor wrote instead of a sound line, and exactly what the check answers. */
type Row = readonly [mistake: string, lines: Readonly<Record<string, string>>, answers: readonly string[]];

function table(rows: readonly Row[]): void {
  for (const [mistake, lines, answers] of rows) {
    test(mistake, () => assert.deepEqual(problemsOf(articleText(lines)), answers));
  }
}

describe("lines that stop YAML are named with line, column and the line as it should be", () => {
  table([
    [
      "a colon in an unquoted title",
      { title: "title: Hà Giang: Tiếp tục đổi mới" },
      [
        'index.md:2:8 "title": Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép: title: "Hà Giang: Tiếp tục đổi mới".',
      ],
    ],
    [
      "two such lines are both named in one run",
      { title: "title: Hà Giang: Tiếp tục", lead: "lead: Kết quả: tốt" },
      [
        'index.md:2:8 "title": Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép: title: "Hà Giang: Tiếp tục".',
        'index.md:3:7 "lead": Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép: lead: "Kết quả: tốt".',
      ],
    ],
    [
      "a broken line does not hide what is wrong with another",
      { title: "title: Hà Giang: Tiếp tục", section: "section: kinhte" },
      [
        'index.md:2:8 "title": Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép: title: "Hà Giang: Tiếp tục".',
        'index.md:5:10 "section": "kinhte" không phải là chuyên mục. Có phải "kinh-te"?',
      ],
    ],
    [
      "a tab before a line",
      { cover: "cover:\n\tfile: a.jpg\n\talt: Hội trường" },
      [
        'index.md:7:1 "file": Dòng này bắt đầu bằng phím Tab. Hãy xóa Tab và dùng dấu cách.',
        'index.md:8:1 "alt": Dòng này bắt đầu bằng phím Tab. Hãy xóa Tab và dùng dấu cách.',
      ],
    ],
    ...["@", "%", "`", "&", "*", "!", "|", ">", "[", "{"].map((sign): Row => [
      `a title that begins with ${sign}`,
      { title: `title: ${sign}Ảnh ${sign} Hà Giang` },
      [
        `index.md:2:8 "title": Giá trị bắt đầu bằng ký tự "${sign}" nên máy hiểu nhầm. Hãy đặt cả câu trong dấu ngoặc kép: title: "${sign}Ảnh ${sign} Hà Giang".`,
      ],
    ]),
    [
      "a bracket at the start, closed within the title",
      { title: "title: [Ảnh] Hà Giang" },
      [
        'index.md:2:8 "title": Giá trị bắt đầu bằng ký tự "[" nên máy hiểu nhầm. Hãy đặt cả câu trong dấu ngoặc kép: title: "[Ảnh] Hà Giang".',
      ],
    ],
    [
      "text after a closing quote, placed where that text begins",
      { title: 'title: "Khát vọng" Trà Vinh' },
      [
        'index.md:2:20 "title": Có chữ đứng sau dấu ngoặc đóng: "Khát vọng" Trà Vinh. Hãy đưa tất cả vào trong một cặp ngoặc: title: \'"Khát vọng" Trà Vinh\'.',
      ],
    ],
    [
      "a quote that is never closed",
      { title: 'title: "Khát vọng Trà Vinh' },
      ['index.md:2:8 "title": Thiếu dấu ngoặc đóng ở cuối: title: "Khát vọng Trà Vinh".'],
    ],
    [
      "a non-breaking space behind the colon",
      { section: "section:\u00a0tin-tuc" },
      [
        'index.md:5:9 "section": Chỗ này có dấu cách đặc biệt (không ngắt) chép từ Word. Hãy xóa đi và gõ lại một dấu cách thường.',
      ],
    ],
    [
      "no space behind the colon",
      { lead: "lead:Tóm tắt" },
      ['index.md:3:1 "lead": Thiếu dấu cách sau dấu hai chấm: “lead:Tóm tắt”.'],
    ],
    [
      "a line without colon",
      { lead: "lead Tóm tắt" },
      ["index.md:3:1 Dòng này chưa đúng cách viết “tên mục, dấu hai chấm, dấu cách, giá trị”: “lead Tóm tắt”."],
    ],
    [
      "one field written twice",
      { again: "title: Tiêu đề khác" },
      ['index.md:6:1 "title": Mục "title" được ghi hai lần. Hãy giữ lại một.'],
    ],
  ]);
});

describe("lines that YAML takes without a word are named all the same", () => {
  table([
    [
      "a title cut at #",
      { title: "title: Chỉ thị #5" },
      [
        'index.md:2:8 "title": "Chỉ thị" bị cắt ở dấu #. Hãy đặt cả câu trong dấu ngoặc kép: title: "Chỉ thị #5".',
      ],
    ],
    [
      "a title that is nothing but a comment",
      { title: "title: #5 của Ban Bí thư" },
      [
        'index.md:2:8 "title": Dấu # ở đầu làm máy bỏ qua cả dòng. Hãy đặt cả câu trong dấu ngoặc kép: title: "#5 của Ban Bí thư".',
      ],
    ],
    [
      "a tag cut at #",
      { tags: "tags:\n  - chỉ thị #5" },
      [
        'index.md:7:5 "chỉ thị" bị cắt ở dấu #. Hãy đặt cả câu trong dấu ngoặc kép: - "chỉ thị #5".',
      ],
    ],
    [
      "a title whose first word is taken for an anchor",
      { title: "title: &Hà Giang sơ kết" },
      [
        'index.md:2:8 "title": Giá trị bắt đầu bằng ký tự "&" nên máy hiểu nhầm. Hãy đặt cả câu trong dấu ngoặc kép: title: "&Hà Giang sơ kết".',
      ],
    ],
    [
      "a tag with a colon, which YAML takes for a field",
      { tags: "tags:\n  - Hà Giang: sơ kết" },
      ['index.md:7:5 "tags.0": Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép.'],
    ],
    [
      "a title in brackets, which YAML takes for a list",
      { title: "title: [Ảnh Hà Giang]" },
      ['index.md:2:8 "title": Mục này phải là một dòng chữ.'],
    ],
  ]);

  test("a # that is no comment, and comments that are, pass", () => {
    const article = articleOf(
      articleText({
        title: 'title: "Chỉ thị #5" # đã sửa',
        note: "# chú thích\ntags: # các thẻ\n  - a#b\nkicker: Ban#1",
        lead: "lead: |\n  Dòng có # và: dấu\n  @ cũng được",
      }),
    );
    assert.equal(article.title, "Chỉ thị #5");
    assert.equal(article.lead, "Dòng có # và: dấu @ cũng được");
    assert.deepEqual([article.tags, article.kicker], [["a#b"], "Ban#1"]);
  });
});

describe("dates", () => {
  const date = (text: string, ...answers: readonly string[]): Row => [
    text,
    { date: `date: ${text}` },
    answers.map((answer) => `index.md:4:7 "date": "${text}"${answer}`),
  ];
  table([
    date("08/07/2022", " chưa đúng dạng ngày. Hãy viết năm trước: 2022-07-08."),
    date("8-7-2022 16:43", " chưa đúng dạng ngày. Hãy viết năm trước: 2022-07-08 16:43."),
    date("16h43 08.07.2022", " chưa đúng dạng ngày. Hãy viết năm trước: 2022-07-08 16:43."),
    date("Thứ Sáu, 08/07/2022 16:43 (GMT+7)", " chưa đúng dạng ngày. Hãy viết năm trước: 2022-07-08 16:43."),
    date(
      "Thứ hai, 08/07/2022",
      ": ngày 08/07/2022 là Thứ Sáu, không phải Thứ hai. Hãy kiểm tra lại ngày rồi viết dạng 2022-07-08.",
    ),
    date(
      "22/6/02021",
      ': năm "02021" phải có bốn chữ số, ví dụ 2021. Hãy viết năm-tháng-ngày: 2022-07-08.',
    ),
    date(
      "02021-06-22",
      ': năm "02021" phải có bốn chữ số, ví dụ 2021. Hãy viết năm-tháng-ngày: 2022-07-08.',
    ),
    date("8/7/22", ': năm "22" phải có bốn chữ số. Hãy viết năm-tháng-ngày: 2022-07-08.'),
    date("31/02/2022", " là ngày giờ không có trong lịch."),
    date("2022-02-29", " là ngày giờ không có trong lịch."),
    date("2022-07-08 24:30", " là ngày giờ không có trong lịch."),
    date("0202-06-22", " có năm không hợp lý; năm phải từ 1900 đến 2200."),
    date(
      "hôm qua",
      " chưa đúng dạng ngày. Hãy viết năm-tháng-ngày, có thể thêm giờ: 2022-07-08 16:43.",
    ),
    [
      "an update before the date",
      { updated: "updated: 2022-07-01" },
      ['index.md:6:10 "updated": Ngày cập nhật đứng trước ngày đăng (date).'],
    ],
    [
      "an expiry before the date",
      { expires: "expires: 2022-07-01" },
      ['index.md:6:10 "expires": Ngày hết hạn đứng trước ngày đăng (date).'],
    ],
  ]);
});

describe("fields", () => {
  table([
    [
      "a misspelt field, with the one that was meant",
      { wrong: "titel: Hà Giang" },
      ['index.md:6:1 "titel": Không có mục nào tên "titel". Có phải "title"?'],
    ],
    [
      "a field in other letters",
      { wrong: "Redirectfrom: /cu" },
      ['index.md:6:1 "Redirectfrom": Không có mục nào tên "Redirectfrom". Có phải "redirectFrom"?'],
    ],
    [
      "a field that resembles none",
      { wrong: "bien-tap-vien: My Ly" },
      ['index.md:6:1 "bien-tap-vien": Không có mục nào tên "bien-tap-vien". Hãy xóa dòng này.'],
    ],
    [
      "a field inside a field",
      { cover: "cover:\n  file: a.jpg\n  alt: Hội trường\n  credits: My Ly" },
      ['index.md:9:3 "cover.credits": Không có mục nào tên "credits". Có phải "credit"?'],
    ],
    [
      "required fields that are missing, each",
      { title: "", lead: "", date: "", section: "", kicker: "kicker: Hà Giang" },
      ["title", "lead", "date", "section"].map(
        (key) => `index.md:2:1 Thiếu mục "${key}". Hãy thêm dòng “${key}: …”.`,
      ),
    ],
    [
      "a required field without value",
      { lead: "lead:" },
      ['index.md:3:6 "lead": Thiếu mục "lead". Hãy thêm dòng “lead: …”.'],
    ],
    [
      "a list where text is expected",
      { title: "title:\n  - Hà Giang" },
      ['index.md:3:3 "title": Mục này phải là một dòng chữ.'],
    ],
    [
      "text where a list of groups is expected",
      { attachments: "attachments: bao-cao.pdf" },
      ['index.md:6:14 "attachments": Mục này phải là một danh sách; mỗi dòng bắt đầu bằng “- ”.'],
    ],
    [
      "text where a group is expected: one mistake, one answer",
      { cover: "cover: hoi-truong.jpg" },
      [
        'index.md:6:8 "cover": Phần này phải gồm các dòng dạng “tên: giá trị”, thụt vào hai dấu cách.',
      ],
    ],
    [
      "a section that does not exist, with all that do",
      { section: "section: the-thao" },
      ['index.md:5:10 "section": "the-thao" không phải là chuyên mục. Chọn một trong: tin-tuc, kinh-te.'],
    ],
    [
      "an author's key that does not exist",
      { authors: "authors:\n  - my-li" },
      ['index.md:7:5 "authors.0": "my-li" không phải là tác giả. Có phải "my-ly"?'],
    ],
    [
      "a picture without alternative text",
      { cover: "cover:\n  file: hoi-truong.jpg\n  caption: Quang cảnh" },
      [
        'index.md:7:3 "cover": Thiếu mục "alt": hãy tả trong một câu ngắn ảnh cho thấy gì, để người không nhìn được ảnh vẫn hiểu.',
      ],
    ],
    [
      "a picture's name as the camera or Word gave it",
      { cover: "cover:\n  file: Ảnh 1.JPG\n  alt: Hội trường" },
      [
        'index.md:7:9 "cover.file": "Ảnh 1.JPG" không dùng làm tên tệp được. Tên tệp chỉ gồm chữ thường không dấu, số, gạch ngang, và nằm cùng thư mục với bài: hoi-truong.jpg.',
      ],
    ],
    [
      "a word other than true or false",
      { draft: "draft: có" },
      ['index.md:6:8 "draft": "có" không hợp lệ; chỉ viết true (có) hoặc false (không).'],
    ],
    [
      "a format that does not exist",
      { format: "format: vidio" },
      [
        'index.md:6:9 "format": "vidio" không hợp lệ; chọn một trong: news, photo, video, audio, infographic. Có phải "video"?',
      ],
    ],
    [
      "an old address that is none",
      { redirectFrom: "redirectFrom:\n  - tin-tuc/1.html" },
      [
        'index.md:7:5 "redirectFrom.0": "tin-tuc/1.html" phải bắt đầu bằng dấu / và không có dấu cách: /tin-tuc/123.html.',
      ],
    ],
    [
      "a link without https",
      { source: "source:\n  name: Báo\n  link: baolaocai.vn" },
      ['index.md:8:9 "source.link": "baolaocai.vn" không phải là địa chỉ đầy đủ; hãy viết cả https://…'],
    ],
    [
      "a tag without letters, which could have no address",
      { tags: "tags:\n  - “…”" },
      ['index.md:7:5 "tags.0": Thẻ "“…”" phải có chữ hoặc số.'],
    ],
    [
      "several tags on one line",
      { tags: "tags: sơ kết, Hà Giang" },
      [
        'index.md:6:7 cảnh báo: "tags.0": "sơ kết, Hà Giang" gồm nhiều thẻ? Hãy viết mỗi thẻ một dòng, bắt đầu bằng “- ”.',
      ],
    ],
    [
      "a slug that is not the folder's name",
      { slug: "slug: khac" },
      [
        'index.md:6:7 "slug": "khac" khác tên thư mục "so-ket". Địa chỉ bài lấy theo thư mục; hãy xóa mục này hoặc đổi tên thư mục.',
      ],
    ],
    [
      "a language that is no code",
      { language: "language: Tiếng Việt" },
      ['index.md:6:11 "language": "Tiếng Việt" không phải là mã ngôn ngữ; ví dụ: vi, km, hmn.'],
    ],
    [
      "a title in capitals, as a warning",
      { title: "title: HỘI NGHỊ SƠ KẾT CÔNG TÁC TUYÊN GIÁO" },
      [
        'index.md:2:8 cảnh báo: "title": Tiêu đề viết toàn chữ hoa khó đọc. Hãy viết hoa chữ đầu câu và tên riêng.',
      ],
    ],
  ]);

  test("names that JavaScript objects bring along are no fields", () => {
    assert.deepEqual(problemsOf(articleText({ a: "__proto__: x", b: "constructor: y" })), [
      'index.md:6:1 "__proto__": Không có mục nào tên "__proto__". Hãy xóa dòng này.',
      'index.md:7:1 "constructor": Không có mục nào tên "constructor". Hãy xóa dòng này.',
    ]);
  });
});

describe("files", () => {
  const unreadable = [
    "index.md:1:1 Tệp không phải là văn bản UTF-8. Hãy lưu lại với bảng mã UTF-8 (Unicode dựng sẵn).",
  ];
  const headless = [
    "index.md:1:1 Thiếu phần đầu bài: tệp phải bắt đầu bằng một dòng --- và phần đầu bài kết thúc bằng một dòng --- nữa.",
  ];
  const rows: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
    ["Latin-1 bytes", Buffer.from("---\ntitle: Hội nghị sơ kêt\n---\n", "latin1"), unreadable],
    ["UTF-16 with its mark", Buffer.from(`\ufeff${articleText()}`, "utf16le"), unreadable],
    ["a picture under the name of a text", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), unreadable],
    ["an empty file", "", headless],
    ["no front matter", "# Hà Giang\n\nNội dung.\n", headless],
    ["a second --- that is missing", "---\ntitle: Hà Giang\n\nNội dung.\n", headless],
    ["a --- that is not the first line", `\n${articleText()}`, headless],
  ];
  for (const [name, bytes, answers] of rows) {
    test(name, () => assert.deepEqual(problemsOf(bytes), answers));
  }

  test("an empty front matter lacks every required field", () => {
    assert.equal(problemsOf("---\n---\nNội dung.\n").length, 4);
    assert.equal(problemsOf("---\n# chưa viết\n---\n").length, 4);
  });

  test("front matter that is one sentence is no list of fields", () => {
    assert.deepEqual(problemsOf("---\nHà Giang sơ kết\n---\n"), [
      "index.md:2:1 Phần này phải gồm các dòng dạng “tên: giá trị”, thụt vào hai dấu cách.",
    ]);
  });

  test("a byte-order mark, Windows line ends and decomposed letters are read as if they were not there", () => {
    const text = `\ufeff${articleText().replaceAll("\n", "\r\n").normalize("NFD")}`;
    const { title, lead, bodyLine } = articleOf(text);
    const plain = articleOf(articleText());
    assert.deepEqual({ title, lead, bodyLine }, { title: plain.title, lead: plain.lead, bodyLine: plain.bodyLine });
    assert.equal(title, title.normalize("NFC"));
  });

  test("positions do not shift with a byte-order mark or decomposed letters", () => {
    const text = `\ufeff${articleText({ section: "section: kinhte" }).normalize("NFD")}`;
    assert.match(problemsOf(text)[0] ?? "", /^index\.md:5:10 "section"/);
  });

  const folders: readonly (readonly [string, string])[] = [
    ["capitals", "articles/2022/07/So-Ket"],
    ["diacritics", "articles/2022/07/sơ-kết"],
    ["a month in one digit", "articles/2022/7/so-ket"],
    ["month 13", "articles/2022/13/so-ket"],
    ["no month", "articles/2022/so-ket"],
    ["an underscore", "articles/2022/07/so_ket"],
  ];
  for (const [name, folder] of folders) {
    test(`a folder with ${name} is no address`, () => {
      assert.deepEqual(problemsOf(articleText(), folder), [
        `index.md:2:1 Thư mục "${folder}" không đúng dạng articles/năm/tháng/ten-bai (chữ thường không dấu, nối bằng gạch ngang): articles/2022/07/ten-bai.`,
      ]);
    });
  }
});

describe("values stay as they were written", () => {
  test("numbers keep their zeros, and nothing turns into a number, a date or a truth value", () => {
    const article = articleOf(
      articleText({
        title: "title: 08",
        kicker: "kicker: 0219.3866.123",
        tags: "tags:\n  - 2022-07-08\n  - yes\n  - 1e3\n  - 0x10",
      }),
    );
    assert.deepEqual([article.title, article.kicker], ["08", "0219.3866.123"]);
    assert.deepEqual(article.tags, ["2022-07-08", "yes", "1e3", "0x10"]);
  });

  test("a title of 300 characters is kept whole", () => {
    const title = "Hội nghị sơ kết công tác tuyên giáo ".repeat(9).slice(0, 300).trim();
    assert.equal(articleOf(articleText({ title: `title: ${title}` })).title, title);
  });

  test("blanks inside a text become one space, a non-breaking one too", () => {
    assert.equal(articleOf(articleText({ title: "title:  Hà \u00a0 Giang  " })).title, "Hà Giang");
  });

  test("absent fields are null or empty, never undefined", () => {
    const article = articleOf(articleText());
    assert.deepEqual(
      Object.entries(article).filter(([, value]) => value === undefined),
      [],
    );
    assert.deepEqual(
      [article.kicker, article.cover, article.authors, article.language, article.format],
      [null, null, [], "vi", "news"],
    );
  });

  test("authors and sources come from their registers, or are written out", () => {
    const article = articleOf(
      articleText({
        authors: "authors:\n  - my-ly\n  - Lê Thị Hoa\n  - name: Trần Văn Nam\n    unit: BTG Thị ủy",
        source: "source: bao-lao-cai",
      }),
    );
    assert.deepEqual(article.authors, [
      { key: "my-ly", name: "My Ly", unit: "BTG Tỉnh ủy" },
      { key: null, name: "Lê Thị Hoa", unit: null },
      { key: null, name: "Trần Văn Nam", unit: "BTG Thị ủy" },
    ]);
    assert.deepEqual(article.source, { name: "Báo Lào Cai", link: "https://baolaocai.vn/" });
  });

  test("files that the text mentions are known, those offered for download twice, those of other hosts not", () => {
    const body =
      '![Hội trường](hoi-truong.jpg "Chú thích"), [bảng](bang.xlsx) và https://host.vn/anh.png\n\n:::tep bao-cao.pdf "Báo cáo"\n:::\n';
    assert.deepEqual(articleOf(articleText({}, body)).mentions, [
      "hoi-truong.jpg",
      "bang.xlsx",
      "bao-cao.pdf",
      "tep:bang.xlsx",
      "tep:bao-cao.pdf",
    ]);
  });

  test("the hash changes with any byte of the file", () => {
    const [one, two] = [articleOf(articleText()), articleOf(articleText({}, "Nội dung!\n"))];
    assert.match(one.hash, /^[0-9a-f]{16}$/);
    assert.notEqual(one.hash, two.hash);
  });

  test("a model comes without errors only, also with warnings", () => {
    assert.notEqual(parse(articleText({ title: "title: HỘI NGHỊ SƠ KẾT CÔNG TÁC" })).model, null);
    assert.equal(parse(articleText({ section: "section: khong-co" })).model, null);
  });
});
