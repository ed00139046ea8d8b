import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Article } from "../../../scripts/lib/domain/article.ts";
import { makeListings, type ArticleList } from "../../../scripts/lib/domain/listings.ts";
import { neighbours, Positions, relatedArticles } from "../../../scripts/lib/domain/related.ts";
import { article, at, ids, sections } from "./articles.ts";

const SECTIONS = sections({ "tin-tuc": null });

/** Articles `d01` … of the days of one month, so that `d31` is the newest. */
function month(count: number, fields: (day: number) => Partial<Article> = () => ({})): readonly Article[] {
  return Array.from({ length: count }, (_, index) => {
    const day = String(index + 1).padStart(2, "0");
    return article(`2022/07/d${day}`, { date: at(`2022-07-${day}`), ...fields(index + 1) });
  });
}

function related(
  subject: Article,
  articles: readonly Article[],
  options: Partial<Parameters<typeof relatedArticles>[3]> = {},
) {
  const listings = makeListings(articles, SECTIONS);
  const found = relatedArticles(subject, listings, new Positions(), {
    chosen: [],
    skip: new Set(),
    count: 4,
    ...options,
  });
  return ids(found).map((id) => id.slice(-3));
}

describe("neighbours in a list", () => {
  const list: ArticleList = month(5).toReversed();
  const of = (day: number) => {
    const subject = list[5 - day];
    assert.ok(subject);
    const { newer, older } = neighbours(subject, list, new Positions(), 2);
    return [ids(newer), ids(older)].map((side) => side.map((id) => id.slice(-3)));
  };
  test("come nearest first on both sides", () =>
    assert.deepEqual(of(3), [
      ["d04", "d05"],
      ["d02", "d01"],
    ]));
  test("stop at the newest", () => assert.deepEqual(of(5), [[], ["d04", "d03"]]));
  test("stop at the oldest", () => assert.deepEqual(of(1), [["d02", "d03"], []]));
  test("of an article that is not in the list there are none", () => {
    assert.deepEqual(neighbours(article("2022/07/x"), list, new Positions(), 2), { newer: [], older: [] });
  });
});

describe("related articles", () => {
  test("the editor's choice comes first, in the editor's order, and counts", () => {
    const articles = month(8, () => ({ tags: ["sơ kết"] }));
    const [first, second, third] = articles;
    assert.ok(first && second && third);
    assert.deepEqual(related(first, articles, { chosen: [third, second], count: 3 }), ["d03", "d02", "d04"]);
  });

  test("more shared tags, topics and places win over nearness", () => {
    const articles = month(6, (day) => ({
      tags: day === 1 || day === 5 ? ["sơ kết", "Hà Giang"] : ["sơ kết"],
      place: day === 1 || day === 6 ? "ha-giang" : null,
    }));
    const [first] = articles;
    assert.ok(first);
    assert.deepEqual(related(first, articles), ["d05", "d06", "d02", "d03"]);
  });

  test("pieces shown elsewhere on the page, and the piece itself, are left out", () => {
    const articles = month(4, () => ({ topic: "chuyen-doi-so" }));
    const [first, second] = articles;
    assert.ok(first && second);
    assert.deepEqual(related(first, articles, { skip: new Set([second.id]), chosen: [first] }), [
      "d03",
      "d04",
    ]);
  });

  test("one piece named twice by its editor is shown once", () => {
    const articles = month(3);
    const [first, second] = articles;
    assert.ok(first && second);
    assert.deepEqual(related(first, articles, { chosen: [second, second] }), ["d02"]);
  });

  test("where nothing is shared there are none", () => {
    const articles = month(3, (day) => ({ tags: [`thẻ ${day}`] }));
    const [first] = articles;
    assert.ok(first);
    assert.deepEqual(related(first, articles), []);
  });

  test("the cost of one page does not grow with the archive", () => {
    const size = 20_000;
    let looked = 0;
    const articles = Array.from({ length: size }, (_, index) =>
      article(`2022/07/a${index}`, { tags: ["sơ kết"], date: { epoch: index * 1000, hasTime: true } }),
    );
    const listings = makeListings(articles, SECTIONS);
    const positions = new Positions();
    const page = (subject: Article | undefined) => {
      assert.ok(subject);
      return relatedArticles(subject, listings, positions, { chosen: [], skip: new Set(), count: 4 });
    };
    page(articles[0]); // Positions of a list are made once.
    for (const item of articles) {
      const { id } = item;
      Object.defineProperty(item, "id", { get: () => (looked++, id) });
    }
    assert.equal(page(articles[size / 2]).length, 4);
    assert.ok(looked < 500, `${looked} looks at articles`);
  });
});
