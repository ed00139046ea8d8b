import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CITED_DOCUMENTS, citeDocument } from "../../../../scripts/lib/bench/corpus/citations.ts";
import { CORPUS_PLACES } from "../../../../scripts/lib/bench/corpus/places.ts";
import { createRandom } from "../../../../scripts/lib/bench/corpus/random.ts";
import { drawSubject, shortDay, type Subject } from "../../../../scripts/lib/bench/corpus/subject.ts";
import { CORPUS_SECTIONS, CORPUS_THEMES } from "../../../../scripts/lib/bench/corpus/themes.ts";
import { groupThousands, writeTitle } from "../../../../scripts/lib/bench/corpus/titles.ts";

const subjects = (year: number, month: number, count = 300): readonly Subject[] =>
  Array.from({ length: count }, (_, index) => drawSubject(createRandom(5, index), { year, month, day: 15 }));

describe("the themes of the corpus", () => {
  it("cover eight sections with three themes each", () => {
    assert.equal(CORPUS_SECTIONS.length, 8);
    for (const { key } of CORPUS_SECTIONS)
      assert.equal(CORPUS_THEMES.filter(({ section }) => section === key).length, 3, key);
  });

  it("carry sixty tags", () => {
    assert.equal(new Set(CORPUS_THEMES.flatMap(({ tags }) => tags)).size, 60);
  });

  it("are composed Unicode without spaces at the ends", () => {
    for (const theme of CORPUS_THEMES)
      for (const text of [theme.subject, ...theme.works, ...theme.counts, ...theme.tasks, ...theme.tags])
        assert.equal(text, text.normalize("NFC").trim());
  });
});

describe("the places of the corpus", () => {
  it("have keys of their own and parents that exist", () => {
    const keys = CORPUS_PLACES.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    for (const { key, parent } of CORPUS_PLACES) assert.ok(parent === null || keys.includes(parent), key);
  });

  it("say what a district or an old province belongs to today", () => {
    const today = (key: string): string | null =>
      CORPUS_PLACES.find((place) => place.key === key)?.now ?? null;
    assert.equal(today("ha-giang"), "tỉnh Tuyên Quang");
    assert.equal(today("dong-van"), "tỉnh Tuyên Quang");
    assert.equal(today("sa-pa"), "tỉnh Lào Cai");
    assert.equal(today("lao-cai"), null);
  });
});

describe("drawSubject", () => {
  it("names districts until June 2025 and none after", () => {
    assert.ok(subjects(2025, 6).some(({ place }) => place.parent !== null));
    assert.ok(subjects(2025, 7).every(({ place }) => place.lasting));
  });

  for (const [month, period, next] of [
    [1, "năm 2021", "năm 2022"],
    [4, "quý I/2022", "quý II/2022"],
    [7, "6 tháng đầu năm 2022", "6 tháng cuối năm 2022"],
    [9, "9 tháng đầu năm 2022", "3 tháng cuối năm 2022"],
    [12, "năm 2022", "năm 2023"],
  ] as const)
    it(`reports in month ${month} on ${period} and looks at ${next}`, () => {
      const [subject] = subjects(2022, month, 1);
      assert.equal(subject?.period, period);
      assert.equal(subject.nextPeriod, next);
    });

  it("lends a body phrases of a second theme beside its own", () => {
    for (const { theme, related } of subjects(2020, 3, 50)) {
      assert.ok(theme.works.every((work) => related.works.includes(work)));
      assert.equal(related.section, theme.section);
    }
  });
});

describe("writeTitle", () => {
  it("writes headlines of a newspaper's length that begin with a capital letter or a number", () => {
    for (const [index, subject] of subjects(2022, 7).entries()) {
      const title = writeTitle(subject, createRandom(6, index));
      assert.match(title, /^[\p{Lu}\d]/u);
      const words = title.split(" ").length;
      assert.ok(words >= 6 && words <= 32, `${words}: ${title}`);
      assert.ok(!title.endsWith("."), title);
    }
  });
});

describe("citeDocument", () => {
  it("cites only documents issued by then", () => {
    const random = createRandom(2);
    const cited = Array.from({ length: 200 }, () => citeDocument(random, { year: 2017, month: 3, day: 9 }));
    assert.ok(cited.some((text) => text.includes("05-CT/TW")));
    for (const { number, date } of CITED_DOCUMENTS)
      if (date >= "2017") assert.ok(!cited.some((text) => text.includes(number)), number);
  });

  it("writes a citation as reports do", () => {
    const random = createRandom(3);
    const cited = Array.from({ length: 50 }, () => citeDocument(random, { year: 2023, month: 9, day: 28 }));
    for (const text of cited)
      assert.match(text, /^\p{Lu}.* số \d+-[A-ZĐ]{2,}\/[A-Z]+ ngày \d{1,2}\/\d{1,2}\/\d{4}/u);
    assert.ok(cited.includes("Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị"));
  });
});

describe("numbers and days", () => {
  for (const [value, text] of [
    [7, "7"],
    [999, "999"],
    [1000, "1.000"],
    [132_106, "132.106"],
    [128_000_000, "128.000.000"],
  ] as const)
    it(`writes ${value} as ${text}`, () => assert.equal(groupThousands(value), text));

  it("writes a day as 8/7/2022", () => {
    assert.equal(shortDay({ year: 2022, month: 7, day: 8 }), "8/7/2022");
  });
});
