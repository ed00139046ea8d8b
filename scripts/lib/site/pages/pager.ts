import { pageOf } from "#domain/urls.ts";
import type { PagerView } from "../views/common.ts";

/** One page of a list. */
export interface ListPage<Item> {
  readonly number: number;
  readonly total: number;
  readonly path: string;
  readonly items: readonly Item[];
  readonly previous: string | null;
  readonly next: string | null;
}

/**
 * Cuts a list into pages; an empty list still has its first page.
 * @param path stable address of the list, where page 1 stands.
 * @example paginate("/the/hoi-nghi/", articles, 20)[1].path // "/the/hoi-nghi/trang-2/"
 */
export function paginate<Item>(
  path: string,
  items: readonly Item[],
  size: number,
): readonly ListPage<Item>[] {
  const total = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: total }, (_, index) => ({
    number: index + 1,
    total,
    path: pageOf(path, index + 1),
    items: items.slice(index * size, (index + 1) * size),
    previous: index === 0 ? null : pageOf(path, index),
    next: index + 1 === total ? null : pageOf(path, index + 2),
  }));
}

/**
 * Links among the pages of a list: first, last, and two on either side; `null` where the list has one page.
 * @param url puts the base path before a path.
 */
export function pagerView(
  path: string,
  page: ListPage<unknown>,
  url: (path: string) => string,
): PagerView | null {
  if (page.total === 1) return null;
  const near = (number: number) =>
    number === 1 || number === page.total || Math.abs(number - page.number) <= 2;
  const pages: PagerView["pages"][number][] = [];
  for (let number = 1; number <= page.total; number++) {
    if (near(number)) {
      pages.push({ number, url: url(pageOf(path, number)), current: number === page.number });
    } else if (pages.at(-1) !== null) {
      pages.push(null);
      number = number < page.number ? page.number - 3 : page.total - 1;
    }
  }
  return {
    current: page.number,
    total: page.total,
    previous: page.previous === null ? null : url(page.previous),
    next: page.next === null ? null : url(page.next),
    pages,
  };
}
