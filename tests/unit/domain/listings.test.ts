import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressMonth, lineage, makeListings, newestFirst } from "../../../scripts/lib/domain/listings.ts";
import { article, at, ids, sections } from "./articles.ts";

const SECTIONS = sections({ "tin-tuc": null, "trong-tinh": "tin-tuc", "kinh-te": null });

describe("lists", () => {
  test("run from new to old, and by id within one moment, whatever order the files come in", () => {
    const articles = [
      article("2022/07/b"),
      article("2022/07/a"),
      article("2022/07/sau", { date: at("2022-07-08 17:00") }),
      article("2022/07/ngay", { date: at("2022-07-08") }),
    ];
    const expected = ["2022/07/sau", "2022/07/a", "2022/07/b", "2022/07/ngay"];
    assert.deepEqual(ids(newestFirst(articles)), expected);
    assert.deepEqual(ids(newestFirst(articles.toReversed())), expected);
    assert.deepEqual(ids(makeListings(articles, SECTIONS).recent), expected);
  });

  test("a section holds its own articles and those of its subsections", () => {
    const listings = makeListings(
      [
        article("2022/07/a"),
        article("2022/07/b", { section: "trong-tinh" }),
        article("2022/07/c", { section: "kinh-te" }),
      ],
      SECTIONS,
    );
    assert.deepEqual(ids(listings.sections.get("tin-tuc") ?? []), ["2022/07/a", "2022/07/b"]);
    assert.deepEqual(ids(listings.sections.get("trong-tinh") ?? []), ["2022/07/b"]);
    assert.deepEqual(ids(listings.sections.get("kinh-te") ?? []), ["2022/07/c"]);
  });

  test("spellings of one tag are one list under the newest spelling", () => {
    const { tags } = makeListings(
      [
        article("2022/07/cu", { tags: ["chuyển đổi SỐ"], date: at("2022-07-01") }),
        article("2022/07/moi", { tags: ["Chuyển đổi số", "chuyen-doi-so"] }),
      ],
      SECTIONS,
    );
    assert.deepEqual([...tags.keys()], ["chuyen-doi-so"]);
    assert.equal(tags.get("chuyen-doi-so")?.name, "Chuyển đổi số");
    assert.deepEqual(ids(tags.get("chuyen-doi-so")?.articles ?? []), ["2022/07/moi", "2022/07/cu"]);
  });

  test("only authors of the register have a list; topics, places and formats have theirs", () => {
    const listings = makeListings(
      [
        article("2022/07/a", {
          authors: [
            { key: "my-ly", name: "My Ly", unit: null },
            { key: null, name: "Lê Hoa", unit: null },
          ],
          topic: "chuyen-doi-so",
          place: "ha-giang",
          format: "photo",
        }),
        article("2022/07/b"),
      ],
      SECTIONS,
    );
    assert.deepEqual([...listings.authors.keys()], ["my-ly"]);
    assert.deepEqual(ids(listings.topics.get("chuyen-doi-so") ?? []), ["2022/07/a"]);
    assert.deepEqual(ids(listings.places.get("ha-giang") ?? []), ["2022/07/a"]);
    assert.deepEqual(ids(listings.formats.get("photo") ?? []), ["2022/07/a"]);
    assert.deepEqual(ids(listings.formats.get("news") ?? []), ["2022/07/b"]);
  });

  test("years and months are those of the address, also after the date was corrected", () => {
    const { years } = makeListings(
      [
        article("2021/12/a", { date: at("2022-01-02") }),
        article("2022/07/b"),
        article("2022/03/c", { date: at("2022-03-01") }),
      ],
      SECTIONS,
    );
    assert.deepEqual([...years.keys()], [2022, 2021]);
    assert.deepEqual([...(years.get(2022)?.months.keys() ?? [])], [7, 3]);
    assert.deepEqual(ids(years.get(2021)?.months.get(12) ?? []), ["2021/12/a"]);
    assert.deepEqual(ids(years.get(2022)?.articles ?? []), ["2022/07/b", "2022/03/c"]);
    assert.deepEqual(addressMonth(article("2021/12/a")), { year: 2021, month: 12 });
  });

  test("no articles make empty lists", () => {
    const { recent, tags, years } = makeListings([], SECTIONS);
    assert.deepEqual([recent.length, tags.size, years.size], [0, 0, 0]);
  });

  test("the lineage of a section ends, even where sections lie below each other", () => {
    assert.deepEqual(lineage("trong-tinh", SECTIONS), ["trong-tinh", "tin-tuc"]);
    assert.deepEqual(lineage("a", sections({ a: "b", b: "a" })), ["a", "b"]);
    assert.deepEqual(lineage("la", SECTIONS), ["la"]);
  });
});
