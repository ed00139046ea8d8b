import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesOf, joinFacets, passes } from "../../../assets/browser/search-facets.ts";
import { isFiltered, readState, writeState } from "../../../assets/browser/search-state.ts";

const NONE = readState("");

test("the state of the page stands in its address and comes back", () => {
  const state = {
    ...NONE,
    query: "tuyên giáo & Hà Giang",
    section: "Tin tức",
    year: "2022",
    newestFirst: true,
  };
  assert.deepEqual(readState(writeState(state)), state);
});

test("a plain form’s address is read", () => {
  assert.equal(readState("?q=ha+giang").query, "ha giang");
});

test("an empty state leaves the address clean", () => {
  assert.equal(writeState(NONE), "");
  assert.equal(isFiltered(NONE), false);
});

const FACETS = joinFacets([
  { sections: ["Tin tức"], places: ["Hà Giang"], pages: { a: [0, 0, 0, 20220708], b: [0, -1, 1, 20210330] } },
  { sections: ["Văn hóa"], places: [], pages: { c: [0, -1, 2, 0] } },
]);

test("tables of the parts are joined", () => {
  assert.deepEqual(FACETS.get("c"), { section: "Văn hóa", place: "", year: "", kind: "van-ban", day: 0 });
});

test("a filter keeps the pages with its value", () => {
  const state = { ...NONE, section: "Tin tức", year: "2022" };
  assert.deepEqual(
    ["a", "b", "c", "unknown"].map((id) => passes(FACETS.get(id), state)),
    [true, false, false, false],
  );
});

test("choices count what they would leave, other filters applied", () => {
  const state = { ...NONE, section: "Tin tức", year: "2022" };
  assert.deepEqual(choicesOf("year", ["a", "b", "c"], FACETS, state), [
    { value: "2022", label: "2022", count: 1 },
    { value: "2021", label: "2021", count: 1 },
  ]);
  assert.deepEqual(
    choicesOf("kind", ["a", "b", "c"], FACETS, NONE)
      .map(({ label }) => label)
      .sort(),
    ["Thông báo", "Tin bài", "Văn bản"],
  );
});

test("a chosen value stays among the choices when it leaves nothing", () => {
  assert.deepEqual(choicesOf("place", [], FACETS, { ...NONE, place: "Sa Pa" }), [
    { value: "Sa Pa", label: "Sa Pa", count: 0 },
  ]);
});
