import type { Problem } from "#domain/problem.ts";
import { paths } from "#domain/urls.ts";
import { suggest } from "#content/suggest.ts";
import type { RenderedPage } from "./render/render-pages.ts";

/**
 * Finds links of texts that lead to no page, no redirect and no file of the portal. Done over all pages in every build,
 * since a page that was not touched may link to one that is gone.
 * @param known paths (without base) of everything that has an address besides the pages.
 */
export function checkLinks(pages: readonly RenderedPage[], known: ReadonlySet<string>): readonly Problem[] {
  const addresses = new Set([...pages.map(({ spec }) => spec.path), ...known]);
  const problems: Problem[] = [];
  for (const { spec, record } of pages) {
    for (const link of record.links) {
      if (addresses.has(link.path)) continue;
      const near = addresses.has(`${link.path}/`) ? `${link.path}/` : suggest(link.path, addresses);
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

/** Address of a piece of content by its folder. @example addressOf("notices/moi-hop") // "/thong-bao/moi-hop/" */
export function addressOf(folder: string): string {
  const [kind = "", ...rest] = folder.split("/");
  const name = rest.join("/");
  if (kind === "notices") return paths.notice(name);
  if (kind === "documents") return paths.document(name);
  return kind === "articles" ? paths.article(name) : paths.text(name);
}
