import type { Problem } from "#domain/problem.ts";
import { outputFile } from "#domain/urls.ts";
import { ArticleSpec, tombstonePage } from "./pages/article-page.ts";
import { calendarPages } from "./pages/calendar-pages.ts";
import type { PageContext } from "./pages/context.ts";
import { documentPages } from "./pages/document-pages.ts";
import { fixedPages } from "./pages/fixed-pages.ts";
import { homePage } from "./pages/home-page.ts";
import { indexPages } from "./pages/index-pages.ts";
import { listingPages } from "./pages/listing-pages.ts";
import { noticePages } from "./pages/notice-pages.ts";
import { organisationPage } from "./pages/organisation-page.ts";
import { textPages } from "./pages/text-pages.ts";
import type { PageSpec } from "./pages/spec.ts";

/** Every page of the portal, in a fixed order; a kind of page is one line here. */
export function planPages(context: PageContext): readonly PageSpec[] {
  const { listings, withdrawn } = context.portal;
  return [
    homePage(context),
    ...listings.recent.map((article) => new ArticleSpec(article, context)),
    ...withdrawn.map((article) => tombstonePage(article, context)),
    ...listingPages(context),
    ...noticePages(context),
    ...documentPages(context),
    ...textPages(context),
    organisationPage(context),
    ...calendarPages(context),
    ...indexPages(context),
    ...fixedPages(context),
  ];
}

/** Pages that would be written to one file. @returns one problem for each page after the first at an address. */
export function findClashes(pages: readonly PageSpec[]): readonly Problem[] {
  const owners = new Map<string, PageSpec>();
  const problems: Problem[] = [];
  for (const page of pages) {
    const file = outputFile(page.path);
    const owner = owners.get(file);
    if (owner === undefined) owners.set(file, page);
    else {
      const [kept, moved] = page.file === null ? [page, owner] : [owner, page];
      problems.push({
        file: moved.file ?? "",
        line: 1,
        column: 1,
        field: null,
        severity: "error",
        message: `Địa chỉ ${page.path} đã thuộc về ${kept.file ?? "một trang của hệ thống"}. Hãy đổi tên thư mục.`,
      });
    }
  }
  return problems;
}
