import type { Editorial, MenuItem } from "#domain/editorial.ts";
import type { Finding } from "#content/locate.ts";
import { suggest } from "#content/suggest.ts";

/**
 * Finds links of menus, anniversaries and redirects that lead nowhere: they stand on every page, or on none that a
 * check of texts sees.
 * @param editorial registers of the portal.
 * @param addresses every path (without base) that leads to something.
 */
export function checkRegisterLinks(editorial: Editorial, addresses: ReadonlySet<string>): readonly Finding[] {
  const findings: Finding[] = [];
  const look = (file: string, field: Finding["field"], link: string | null) => {
    if (link?.startsWith("/") !== true) return;
    const path = link.replace(/[?#].*$/s, "");
    if (addresses.has(path)) return;
    const near = addresses.has(`${path}/`) ? `${path}/` : suggest(path, addresses);
    findings.push({
      path: `_data/${file}.yml`,
      field,
      message: `Liên kết "${link}" không dẫn tới trang nào của cổng.${near === null ? " Hãy sửa hoặc bỏ liên kết." : ` Có phải "${near}"?`}`,
    });
  };
  const lookAtMenu = (items: readonly MenuItem[], at: Finding["field"]) => {
    for (const [index, { link, children }] of items.entries()) {
      look("menus", [...at, index, "link"], link);
      lookAtMenu(children, [...at, index, "children"]);
    }
  };
  lookAtMenu(editorial.menus.main, ["main"]);
  lookAtMenu(editorial.menus.footer, ["footer"]);
  for (const [index, { link }] of editorial.anniversaries.entries()) {
    look("anniversaries", [index, "link"], link);
  }
  for (const [index, { to }] of editorial.redirects.entries()) look("redirects", [index, "to"], to);
  return findings;
}

/** Something that has old addresses. */
export interface Moved {
  readonly folder: string;
  readonly redirectFrom: readonly string[];
}

/**
 * Finds old addresses at which a page stands today: readers would never see it.
 * @param pages paths (without base) of all pages.
 */
export function checkOldAddresses(
  moved: Iterable<Moved>,
  editorial: Editorial,
  pages: ReadonlySet<string>,
): readonly Finding[] {
  const claims = [
    ...[...moved].flatMap(({ folder, redirectFrom }) =>
      redirectFrom.map((from, index) => ({
        path: `${folder}/index.md`,
        field: ["redirectFrom", index],
        from,
      })),
    ),
    ...editorial.redirects.map(({ from }, index) => ({
      path: "_data/redirects.yml",
      field: [index, "from"],
      from,
    })),
  ];
  return claims
    .filter(({ from }) => pages.has(from) || pages.has(`${from}/`))
    .map(({ path, field, from }) => ({
      path,
      field,
      message: `Tại địa chỉ cũ "${from}" đang có một trang của cổng. Hãy bỏ dòng này hoặc đổi địa chỉ trang đó.`,
    }));
}
