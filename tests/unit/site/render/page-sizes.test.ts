import assert from "node:assert/strict";
import { test } from "node:test";
import { largestPages } from "../../../../scripts/lib/site/render/page-sizes.ts";
import type { RenderedPage } from "../../../../scripts/lib/site/render/render-pages.ts";

/** Rendered pages of these sizes; of a page nothing else is read. */
const pages = (...sizes: readonly number[]): readonly RenderedPage[] =>
  sizes.map((size, place) => ({ spec: { path: `/${place}/` }, record: { size } }) as RenderedPage);

for (const [name, sizes, expected] of [
  ["none of no pages", [], []],
  ["all of few", [5, 9], ["/1/", "/0/"]],
  ["three of many", [1, 5, 3, 9, 2, 7], ["/3/", "/5/", "/1/"]],
  ["the first of equal ones", [4, 4, 4, 4], ["/0/", "/1/", "/2/"]],
] as const) {
  test(`the largest pages are ${name}`, () => {
    const largest = largestPages(pages(...sizes));
    assert.deepEqual(
      largest.map(({ path }) => path),
      expected,
    );
  });
}
