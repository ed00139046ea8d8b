import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nextChange, publicationOf, type Scheduled } from "../../../scripts/lib/domain/publication.ts";
import { at } from "./articles.ts";

const NOW = at("2022-07-08 16:43").epoch;
const past = at("2022-07-01");
const future = at("2022-07-09");

describe("what the public sees of a piece", () => {
  const rows: readonly (readonly [name: string, item: Partial<Scheduled>, state: string])[] = [
    ["a piece of the past", {}, "published"],
    ["a piece of this very minute", { date: at("2022-07-08 16:43") }, "published"],
    ["a piece of the next minute", { date: at("2022-07-08 16:44") }, "scheduled"],
    ["a piece dated today without a time", { date: at("2022-07-08") }, "published"],
    ["a piece without date", { date: null }, "published"],
    ["one that expires tomorrow", { expires: future }, "published"],
    ["one that expired", { expires: past }, "expired"],
    ["one that expires this minute", { expires: at("2022-07-08 16:43") }, "expired"],
    ["a withdrawn one", { withdrawn: {} }, "withdrawn"],
    [
      "a withdrawn one that has expired too keeps its tombstone",
      { withdrawn: {}, expires: past },
      "withdrawn",
    ],
    ["one withdrawn before it was public", { withdrawn: {}, date: future }, "scheduled"],
    ["a draft", { draft: true }, "draft"],
    ["a draft that was withdrawn", { draft: true, withdrawn: {} }, "draft"],
    ["a draft of the future", { draft: true, date: future }, "draft"],
  ];
  for (const [name, item, state] of rows) {
    test(`${name} is ${state}`, () => {
      assert.equal(
        publicationOf({ draft: false, date: past, expires: null, withdrawn: null, ...item }, NOW),
        state,
      );
    });
  }
});

describe("when something changes next", () => {
  test("is the nearest instant after now", () => {
    assert.equal(nextChange([NOW + 5, NOW - 1, NOW + 3, NOW], NOW), NOW + 3);
  });
  test("is never where all lies in the past, or nothing is there", () => {
    assert.equal(nextChange([NOW, NOW - 1], NOW), null);
    assert.equal(nextChange([], NOW), null);
  });
});
