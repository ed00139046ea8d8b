import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatProblem } from "../../../scripts/lib/domain/problem.ts";
import { parseAnniversaries, parseCalendar } from "../../../scripts/lib/content/parse-calendar.ts";
import * as parse from "../../../scripts/lib/content/parse-editorial.ts";
import type { Parsed } from "../../../scripts/lib/content/source-file.ts";

function problemsOf(
  parser: (file: string, bytes: Uint8Array) => Parsed<unknown>,
  text: string,
): readonly string[] {
  return parser("x.yml", Buffer.from(text)).problems.map(formatProblem);
}

describe("site.yml", () => {
  const SITE = "name: Trang tin\ndescription: Tin\nreuse: Ghi rõ nguồn\nimprint:\n  owner: Ban Tuyên giáo\n";

  test("what is left out is null or has its default", () => {
    const { model } = parse.parseSite("site.yml", Buffer.from(SITE));
    assert.deepEqual(
      [model?.shortName, model?.slogan, model?.pageSize, model?.language, model?.badge, model?.imprint.phone],
      ["Trang tin", null, 20, "vi", null, null],
    );
  });

  test("names of the department are ordered by the day they begin", () => {
    const names =
      "departmentNames:\n  - from: 2025-07-01\n    name: Mới\n  - from: 2020-01-01\n    name: Cũ\n";
    const { model } = parse.parseSite("site.yml", Buffer.from(SITE + names));
    assert.deepEqual(
      model?.departments.map(({ name }) => name),
      ["Cũ", "Mới"],
    );
  });

  test("a telephone number keeps its zeros", () => {
    const { model } = parse.parseSite("site.yml", Buffer.from(`${SITE}  phone: 02193866123\n`));
    assert.equal(model?.imprint.phone, "02193866123");
  });

  test("a page size in words is no number", () => {
    assert.deepEqual(problemsOf(parse.parseSite, `${SITE}pageSize: hai mươi\n`), [
      'x.yml:6:11 "pageSize": "hai mươi" không phải là số nguyên.',
    ]);
  });

  test("an empty file lacks what every page needs", () => {
    assert.deepEqual(
      problemsOf(parse.parseSite, ""),
      ["name", "description", "reuse", "imprint"].map(
        (key) => `x.yml:1:1 Thiếu mục "${key}". Hãy thêm dòng “${key}: …”.`,
      ),
    );
  });
});

describe("registers", () => {
  test("entries keep the order of the file", () => {
    const { model } = parse.parseSections("x.yml", Buffer.from("van-hoa:\n  name: B\nan-ninh:\n  name: A\n"));
    assert.deepEqual([...(model?.keys() ?? [])], ["van-hoa", "an-ninh"]);
  });

  test("a key with diacritics or capitals could have no address", () => {
    assert.deepEqual(problemsOf(parse.parseSections, "Tin-Tức:\n  name: Tin tức\n"), [
      'x.yml:1:1 "Tin-Tức": Khóa "Tin-Tức" chỉ được gồm chữ thường không dấu, số và gạch ngang.',
    ]);
  });

  test("a key whose value is no group", () => {
    assert.deepEqual(problemsOf(parse.parseSections, "tin-tuc: Tin tức\n"), [
      'x.yml:1:10 "tin-tuc": Phần này phải gồm các dòng dạng “tên: giá trị”, thụt vào hai dấu cách.',
    ]);
  });

  test("one key twice", () => {
    assert.deepEqual(problemsOf(parse.parseSections, "tin-tuc:\n  name: A\ntin-tuc:\n  name: B\n"), [
      'x.yml:3:1 "tin-tuc": Mục "tin-tuc" được ghi hai lần. Hãy giữ lại một.',
    ]);
  });

  test("people of a unit carry the day on which they held their post", () => {
    const text =
      "btg:\n  name: Ban\n  people:\n    - name: Nguyễn Văn A\n      position: Trưởng ban\n      asOf: 2022-07-08\n";
    const { model } = parse.parseUnits("x.yml", Buffer.from(text));
    assert.equal(model?.get("btg")?.people[0]?.asOf?.epoch, Date.parse("2022-07-08T00:00+07:00"));
  });
});

describe("lists", () => {
  test("a list written as fields", () => {
    assert.deepEqual(problemsOf(parse.parsePartners, "title: Liên kết\nlinks: []\n"), [
      "x.yml:1:1 Tệp này phải là một danh sách; mỗi mục bắt đầu bằng “- ”.",
    ]);
  });

  test("problems inside a list name the entry from 0 on", () => {
    assert.deepEqual(
      problemsOf(parse.parsePartners, "- title: Liên kết\n  links:\n    - label: Báo\n      url: baolaocai.vn\n"),
      ['x.yml:4:12 "0.links.0.url": "baolaocai.vn" không phải là địa chỉ đầy đủ; hãy viết cả https://…'],
    );
  });

  test("an empty list file is an empty list", () => {
    assert.deepEqual(parse.parseRedirects("x.yml", Buffer.from("")).model, []);
  });
});

describe("redirects.yml", () => {
  const problem = (from: string, to = "/") => problemsOf(parse.parseRedirects, `- from: ${from}\n  to: ${to}\n`);
  const isNoHost = (host: string) =>
    `x.yml:1:9 "0.from": "${host}" không phải là tên miền; hãy viết như http://tuyengiao.tinh.gov.vn/tin/12.html, không có cổng.`;
  const isNoAddress = (from: string) =>
    `x.yml:1:9 "0.from": "${from}" không phải là địa chỉ cũ; hãy viết /tin/12.html, hoặc cả tên miền cũ: http://tuyengiao.tinh.gov.vn/tin/12.html. Không dùng dấu cách, dấu nháy, ngoặc nhọn.`;

  for (const from of [
    "/tin/12.html",
    "/xem.aspx?id=7",
    "/tin-tức/",
    "http://old.example.vn/path",
    "https://OLD.example.vn",
  ]) {
    test(`an old address may be ${from}`, () => {
      assert.deepEqual(problem(from), []);
    });
  }

  for (const host of ["old host.vn", "old.example.vn:8080", "u@old.example.vn", "máy-cũ.vn", "localhost", ""]) {
    test(`an old host may not be "${host}"`, () => {
      assert.deepEqual(problem(`http://${host}/x`), [isNoHost(host)]);
    });
  }

  for (const from of ["tin/12.html", "//old.example.vn/x", "/a b", "/a{b}", "http://old.example.vn?id=3", "ftp://a.vn/"]) {
    test(`an old address may not be ${from}`, () => {
      assert.deepEqual(problem(from), [isNoAddress(from)]);
    });
  }

  test("the new address is a path or a whole address", () => {
    assert.deepEqual(problem("/cu/", "https://moi.example.vn/x"), []);
    assert.deepEqual(problem("/cu/", "gioi-thieu"), [
      'x.yml:2:7 "0.to": "gioi-thieu" không phải là địa chỉ; hãy viết /gioi-thieu/ hoặc cả https://…',
    ]);
  });
});

describe("anniversaries.yml", () => {
  const entry = (date: string, year = "1944") => `- name: Ngày thành lập\n  date: ${date}\n  year: ${year}\n`;

  test("29 February is a day", () => {
    const { model } = parseAnniversaries("x.yml", Buffer.from(entry("02-29")));
    assert.deepEqual([model?.[0]?.month, model?.[0]?.day], [2, 29]);
  });

  for (const date of ["13-22", "02-30", "ngày 22", "22/12", "12-22-1944"]) {
    test(`${date} is none`, () => {
      assert.deepEqual(problemsOf(parseAnniversaries, entry(date)), [
        `x.yml:2:9 "0.date": "${date}" chưa đúng; hãy viết tháng-ngày: 12-22.`,
      ]);
    });
  }

  test("without date and year it is not shown", () => {
    assert.deepEqual(problemsOf(parseAnniversaries, "- name: Ngày thành lập\n"), [
      'x.yml:1:3 "0": Thiếu mục "date". Hãy thêm dòng “date: …”.',
      'x.yml:1:3 "0": Thiếu mục "year". Hãy thêm dòng “year: …”.',
    ]);
  });
});

describe("calendar.yml", () => {
  const week = (name: string, date: string) =>
    `weeks:\n  - week: ${name}\n    entries:\n      - date: ${date}\n        time: "08:00"\n        title: Giao ban\n`;

  test("a week holds its seven days", () => {
    for (const date of ["2026-11-16", "2026-11-22"]) {
      assert.deepEqual(problemsOf(parseCalendar, week("2026-W47", date)), []);
    }
  });

  for (const date of ["2026-11-15", "2026-11-23"]) {
    test(`an entry of ${date} would never be shown in week 47`, () => {
      assert.deepEqual(problemsOf(parseCalendar, week("2026-W47", date)), [
        `x.yml:4:15 "weeks.0.entries.0.date": Ngày "${date}" không thuộc tuần này.`,
      ]);
    });
  }

  test("a week that the year does not have", () => {
    assert.deepEqual(problemsOf(parseCalendar, week("2026-W54", "2026-12-31")), [
      'x.yml:2:11 "weeks.0.week": "2026-W54" chưa đúng; hãy viết năm-W và số tuần: 2026-W47.',
    ]);
  });

  test("one week twice", () => {
    const twice = `weeks:\n  - week: 2026-W47\n  - week: 2026-W47\n`;
    assert.deepEqual(problemsOf(parseCalendar, twice), [
      'x.yml:3:11 "weeks.1.week": Tuần "2026-W47" được ghi hai lần. Hãy gộp vào một.',
    ]);
  });
});
