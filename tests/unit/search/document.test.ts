import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldAt } from "../../../scripts/lib/search/fields.ts";
import { documentMaker, indexedText } from "../../../scripts/lib/search/index-step/document.ts";
import { NO_SYNONYMS } from "../../../scripts/lib/search/synonyms.ts";
import { RECORDS, recordOf } from "../../fixtures/search/records.ts";

const make = documentMaker({
  same: [["HĐND", "Hội đồng nhân dân"]],
  places: [{ old: "Hà Giang", now: "Tuyên Quang" }],
});

const allTerms = (record: Parameters<typeof make>[0]): readonly string[] => [
  ...make(record).head,
  ...make(record).body,
];

/** The field of a term in what is indexed of a record. */
function fieldOf(record: Parameters<typeof make>[0], term: string): string | null {
  const position = allTerms(record).indexOf(term);
  return position < 0 ? null : fieldAt(position);
}

const [hagiang, laocai, , , , document] = RECORDS;
if (hagiang === undefined || laocai === undefined || document === undefined)
  throw new Error("the fixture has six records");

test("a word stands in the best field that has it, once", () => {
  assert.equal(fieldOf(hagiang, "chuyen"), "title");
  assert.equal(fieldOf(hagiang, "sang"), "lead");
  assert.equal(fieldOf(hagiang, "mau"), "body");
  const words = allTerms(hagiang).filter((word) => word !== "-");
  assert.equal(new Set(words).size, words.length);
});

test("pairs are indexed in titles and leads, in bodies for names alone", () => {
  assert.equal(fieldOf(hagiang, "hawgiang"), "title");
  assert.equal(fieldOf(hagiang, "lowvan"), "body");
  assert.equal(fieldOf(hagiang, "phatwbieu"), null);
});

test("today’s name of a place is another name, behind the page’s own words", () => {
  assert.equal(fieldOf(hagiang, "tuyenwquang"), "alias");
  assert.equal(fieldOf(laocai, "tuyenwquang"), null);
});

test("an abbreviation stands where the full name does", () => {
  assert.equal(fieldOf(laocai, "hdnd"), "body");
});

test("attachments’ titles and numbers of a document are found", () => {
  assert.equal(fieldOf(document, "rap"), "lead");
  assert.equal(fieldOf(document, "qjcdznqztw"), "lead");
});

test("nothing that readers could see is in it: lower-case ASCII words alone", () => {
  for (const record of RECORDS) assert.match(allTerms(record).join(" "), /^(?:(?:[a-z]+|\d+|-) ?)+$/);
});

test("a title of 300 characters loses no word", () => {
  const syllables = Array.from(
    { length: 70 },
    (_, index) => `tu${"abcdeghiklmn".charAt(index % 12)}${"aeiouy".charAt(Math.floor(index / 12))}`,
  );
  const record = recordOf({ url: "/a/", title: syllables.join(" ") });
  const words = allTerms(record);
  for (const syllable of syllables) assert.ok(words.includes(syllable), syllable);
});

test("an empty record gives no term", () => {
  const { head, body } = documentMaker(NO_SYNONYMS)(recordOf({ url: "/a/", title: "…" }));
  assert.deepEqual(
    [...head, ...body].filter((term) => term !== "-"),
    [],
  );
});

test("words that nearly every page has are left out of the body, not of the title", () => {
  const { head, body } = make(hagiang);
  const page = { head: head.join(" "), body: body.join(" ") };
  const text = indexedText(page, new Set(["chuyen", "mau"])).split(" ");
  assert.deepEqual([text.includes("chuyen"), text.includes("mau")], [true, false]);
});
