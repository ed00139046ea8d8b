import type { Problem } from "#domain/problem.ts";
import { suggest } from "#content/suggest.ts";
import type { RenderedPage } from "./render-pages.ts";

/**
 * Finds links of texts that lead to no page, no redirect and no file of the portal. Done over all pages in every build,
 * since a page that was not touched may link to one that is gone.
 * @param known paths (without base) of everything that has an address besides the pages.
 */
export function checkLinks(pages: readonly RenderedPage[], known: ReadonlySet<string>): readonly Problem[] {
  const paths = new Set([...pages.map(({ spec }) => spec.path), ...known]);
  const problems: Problem[] = [];
  for (const { spec, record } of pages) {
    for (const link of record.links) {
      if (paths.has(link.path)) continue;
      const near = paths.has(`${link.path}/`) ? `${link.path}/` : suggest(link.path, paths);
      problems.push({
        file: spec.file ?? spec.path,
        line: link.line,
        column: link.column,
        field: null,
        severity: "error",
        message: `Liên kết "${link.path}" không dẫn tới trang nào của cổng.${near === null ? " Hãy sửa hoặc bỏ liên kết." : ` Có phải "${near}"?`}`,
      });
    }
  }
  return problems;
}
