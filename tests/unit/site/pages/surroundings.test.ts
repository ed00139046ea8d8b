import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { openSurroundings } from "#site/pages/surroundings.ts";
import type { Portal } from "#site/portal.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { fixtureContext } from "./fixture-context.ts";

const { portal } = fixtureContext();
const { recent } = portal.listings;

/** By id of an article, the ids of what stands around it. */
function found(of: Portal, memory: Parameters<typeof openSurroundings>[1]) {
  const index = openSurroundings(of, memory);
  const ids = of.listings.recent.map((article) => {
    const lists = Object.entries(index.of(article)) as [string, readonly { readonly id: string }[]][];
    return [article.id, lists.map(([name, list]) => [name, list.map(({ id }) => id)])];
  });
  index.save();
  return ids;
}

/** A cache folder that remembers the fixture, and one of its files with what stands around the first two swapped. */
function swapped() {
  const memory = { cache: temporaryFolder(), program: "1" };
  found(portal, memory);
  const file = join(memory.cache, "surroundings.json");
  const stored = JSON.parse(readFileSync(file, "utf8")) as { key: string; places: unknown[] };
  const [first, second, ...rest] = stored.places;
  writeFileSync(file, JSON.stringify({ ...stored, places: [second, first, ...rest] }));
  return memory;
}

describe("what stands around an article", () => {
  const fresh = found(portal, null);

  test("is the same from memory as found anew", () => {
    const memory = { cache: temporaryFolder(), program: "1" };
    assert.deepEqual(found(portal, memory), fresh);
    assert.deepEqual(found(portal, memory), fresh);
    assert.ok(fresh.some(([, lists]) => JSON.stringify(lists).includes("2022/")));
  });

  test("is not looked for again while nothing has moved", () => {
    assert.notDeepEqual(found(portal, swapped()), fresh);
  });

  const [first] = recent;
  assert.ok(first !== undefined);
  const changed = (change: object) => {
    const article = { ...first, ...change };
    const articles = [article, ...recent.slice(1)];
    return fixtureContext({ articles }).portal;
  };

  test("is remembered where a text or a title changed", () => {
    const memory = swapped();
    const before = found(portal, memory);
    assert.deepEqual(found(changed({ title: "Khác", hash: "khác" }), memory), before);
  });

  const moves: readonly (readonly [name: string, portal: () => Portal])[] = [
    ["a piece is gone", () => fixtureContext({ articles: recent.slice(1) }).portal],
    ["a piece has another date", () => changed({ date: { epoch: first.date.epoch - 1, hasTime: true } })],
    ["a piece has other tags", () => changed({ tags: ["Thẻ khác"] })],
    ["a piece has another place", () => changed({ place: "noi-khac" })],
    ["a piece has another topic", () => changed({ topic: "dong-khac" })],
    ["a piece has another section", () => changed({ section: "van-hoa" })],
    ["an editor chose others", () => changed({ related: [recent.at(-1)?.id ?? ""] })],
    [
      "a section is another's",
      () => ({ ...portal, editorial: { ...portal.editorial, sections: new Map() } }),
    ],
  ];
  for (const [name, moved] of moves) {
    test(`is looked for again where ${name}`, () => {
      const there = moved();
      assert.deepEqual(found(there, swapped()), found(there, null));
    });
  }

  test("is looked for again by another program, and where what is remembered is broken", () => {
    assert.deepEqual(found(portal, { ...swapped(), program: "2" }), fresh);
    const memory = swapped();
    writeFileSync(join(memory.cache, "surroundings.json"), '{"key":"');
    assert.deepEqual(found(portal, memory), fresh);
  });
});
