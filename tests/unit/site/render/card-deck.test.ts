import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Article } from "#domain/article.ts";
import { CardDeck, parseView } from "#site/pages/card-deck.ts";
import type { CardView } from "#site/views/common.ts";

const card = (title: string): CardView => ({
  url: "/2026/11/a/",
  path: "/2026/11/a/",
  title,
  kicker: null,
  lead: "Dẫn",
  section: { label: "Tin tức", url: "/chuyen-muc/tin-tuc/" },
  date: { iso: "2026-11-22", long: "Chủ Nhật, 22/11/2026", short: "22/11/2026" },
  picture: null,
  badge: null,
  language: "vi",
});

/** The deck asks nothing of an article but to be the same object. */
const article = (id: string) => ({ id }) as Article;

describe("a card in a view's JSON", () => {
  const deck = new CardDeck();
  const one = deck.add(article("a"), card("Một"), "key-1");
  const two = deck.add(article("b"), card('Hai {"$card":"key-1"}'), "key-2");
  const view = { title: "Trang", list: [one, two, one], blocks: [{ lead: one, empty: null }] };
  const json = JSON.stringify(view);

  test("is a reference", () => {
    assert.equal(json.includes("Một"), false);
    assert.equal([...CardDeck.referencesIn(json)].length, 4);
    assert.equal(new Set(CardDeck.referencesIn(json)).size, 2);
  });

  test("is found by its key", () => {
    const [first = "", second = ""] = CardDeck.referencesIn(json);
    assert.equal(deck.byKey(first), one);
    assert.equal(deck.byKey(second), two);
    assert.throws(() => deck.byKey("x"), { message: "There is no card x." });
  });

  test("has a key that is made once for each piece", () => {
    const piece = article("a");
    assert.equal(
      deck.key(piece, () => "key-1"),
      "key-1",
    );
    assert.equal(
      deck.key(piece, () => assert.fail("it is known")),
      "key-1",
    );
    assert.equal(
      deck.key(article("a"), () => "key-3"),
      "key-3",
    );
  });

  test("comes back as the same object wherever it stood", () => {
    const cards = new Map(Array.from(CardDeck.referencesIn(json), (key) => [key, deck.byKey(key)]));
    const read = parseView(json, cards) as typeof view;
    assert.equal(read.list[0], one);
    assert.equal(read.list[1], two);
    assert.equal(read.blocks[0]?.lead, one);
    assert.deepEqual(Object.keys(read), ["title", "list", "blocks"]);
  });

  test("cannot be forged by a title that looks like one", () => {
    const forged = JSON.stringify({ title: '{"$card":"key-1"}' });
    assert.deepEqual([...CardDeck.referencesIn(forged)], []);
    assert.deepEqual(parseView(forged, new Map()), JSON.parse(forged));
  });
});
