import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { paginate, pagerView } from "../../../../scripts/lib/site/pages/pager.ts";

const items = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("a list cut into pages", () => {
  const rows: readonly (readonly [count: number, size: number, sizes: readonly number[]])[] = [
    [0, 20, [0]],
    [1, 20, [1]],
    [20, 20, [20]],
    [21, 20, [20, 1]],
    [5, 2, [2, 2, 1]],
  ];
  for (const [count, size, sizes] of rows) {
    test(`${count} entries by ${size} make pages of ${sizes.join(", ")}`, () => {
      const pages = paginate("/the/a/", items(count), size);
      assert.deepEqual(
        pages.map((page) => page.items.length),
        sizes,
      );
      assert.deepEqual(
        pages.flatMap((page) => page.items),
        items(count),
      );
    });
  }

  test("knows its neighbours by address, page 1 by the list's own", () => {
    const pages = paginate("/the/a/", items(5), 2);
    assert.deepEqual(
      pages.map(({ path, previous, next }) => [path, previous, next]),
      [
        ["/the/a/", null, "/the/a/trang-2/"],
        ["/the/a/trang-2/", "/the/a/", "/the/a/trang-3/"],
        ["/the/a/trang-3/", "/the/a/trang-2/", null],
      ],
    );
  });
});

describe("the pager", () => {
  /** `1 [2] 3 … 9`. */
  function shown(total: number, current: number): string {
    const page = paginate("/l/", items(total), 1)[current - 1];
    assert.ok(page);
    const view = pagerView("/l/", page, (path) => `/btg${path}`);
    return (view?.pages ?? [])
      .map((entry) => (entry === null ? "…" : entry.current ? `[${entry.number}]` : String(entry.number)))
      .join(" ");
  }
  const rows: readonly (readonly [total: number, current: number, text: string])[] = [
    [1, 1, ""],
    [2, 2, "1 [2]"],
    [5, 3, "1 2 [3] 4 5"],
    [9, 1, "[1] 2 3 … 9"],
    [9, 5, "1 … 3 4 [5] 6 7 … 9"],
    [9, 9, "1 … 7 8 [9]"],
    [5000, 2500, "1 … 2498 2499 [2500] 2501 2502 … 5000"],
  ];
  for (const [total, current, text] of rows) {
    test(`on page ${current} of ${total} offers ${text || "nothing"}`, () =>
      assert.equal(shown(total, current), text));
  }

  test("puts the base path before every address", () => {
    const page = paginate("/l/", items(3), 1)[1];
    assert.ok(page);
    const view = pagerView("/l/", page, (path) => `/btg${path}`);
    assert.deepEqual([view?.previous, view?.next], ["/btg/l/", "/btg/l/trang-3/"]);
    assert.deepEqual(
      view?.pages.map((entry) => entry?.url),
      ["/btg/l/", "/btg/l/trang-2/", "/btg/l/trang-3/"],
    );
  });
});
