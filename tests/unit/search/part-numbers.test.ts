import assert from "node:assert/strict";
import { test } from "node:test";
import { partNumbers } from "../../../scripts/lib/search/index-step/part-numbers.ts";

interface Page {
  readonly url: string;
  readonly date: string | null;
}

const PARTS = 16;
const NEWEST = PARTS - 1;

/** The day so many days after 1 January 2020. */
const day = (number: number): string => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);

/** A page a day. */
const days = (from: number, to: number): Page[] =>
  Array.from({ length: to - from }, (_, index) => ({
    url: `/bai-${from + index}/`,
    date: `${day(from + index)}T08:00:00+07:00`,
  }));

test("the latest pages have the last part to themselves", () => {
  const numbers = partNumbers(days(0, 2000), PARTS);
  const settled = numbers.slice(0, 2000 - 60);
  assert.ok(settled.every((number) => number < NEWEST));
  assert.equal(numbers.at(-1), NEWEST);
  const fresh = numbers.filter((number) => number === NEWEST).length;
  assert.ok(fresh > 15 && fresh < 50, String(fresh));
});

test("the other pages spread evenly over the other parts", () => {
  const numbers = partNumbers(days(0, 7500), PARTS);
  for (let part = 0; part < NEWEST; part += 1) {
    const size = numbers.filter((number) => number === part).length;
    assert.ok(size > 400 && size < 600, `${part}: ${size}`);
  }
});

test("a day later, the newest page is in the last part and few parts have taken anything in", () => {
  const touched = Array.from({ length: 60 }, (_, later) => {
    const before = partNumbers(days(0, 2000 + later), PARTS);
    const after = partNumbers(days(0, 2001 + later), PARTS);
    assert.equal(after.at(-1), NEWEST);
    const moved = before.flatMap((number, page) => (number === after[page] ? [] : [number, after[page]]));
    return new Set(moved.filter((number) => number !== NEWEST)).size;
  });
  assert.ok(Math.max(...touched) <= 1, String(touched));
  assert.ok(touched.some((parts) => parts === 1));
});

test("once settled, a page stays where it is", () => {
  const before = partNumbers(days(0, 2000), PARTS);
  const after = partNumbers(days(0, 2100), PARTS);
  before.forEach((number, page) => {
    if (number !== NEWEST) assert.equal(after[page], number);
  });
});

test("an old page that is edited, added or taken away moves no other", () => {
  const pages = days(0, 2000);
  const numbers = partNumbers(pages, PARTS);
  assert.deepEqual(partNumbers(pages.toSpliced(100, 1), PARTS), numbers.toSpliced(100, 1));
});

test("where most pages are new, none has a part of its own", () => {
  const pages = Array.from({ length: 1000 }, (_, index): Page => ({
    url: `/bai-${index}/`,
    date: day(index % 50),
  }));
  assert.ok(partNumbers(pages, 4).every((number) => number < 3));
});

test("pages without a date, or with none that can be read, are never new", () => {
  const pages: Page[] = [
    ...days(0, 500),
    { url: "/gioi-thieu/", date: null },
    { url: "/cu/", date: "sáng nay" },
  ];
  assert.ok(
    partNumbers(pages, PARTS)
      .slice(500)
      .every((number) => number < NEWEST),
  );
  assert.deepEqual(partNumbers([{ url: "/gioi-thieu/", date: null }], 4).length, 1);
});

test("one part has all pages", () => {
  assert.deepEqual(partNumbers(days(0, 3), 1), [0, 0, 0]);
});
