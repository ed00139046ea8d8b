import { Parser } from "htmlparser2";
import { PUBLISHED_ORIGIN } from "../../helpers/real-site.ts";

/** Where one page leads: addresses as a browser asks for them, `/2022/07/x/#tieu-muc`. */
export interface PageLinks {
  /** Links that readers follow. */
  readonly links: readonly string[];
  /** Style sheets, scripts, pictures, feeds, icons, media. */
  readonly resources: readonly string[];
  /** Every `id`. */
  readonly ids: ReadonlySet<string>;
}

/**
 * Reads a page as a crawler does.
 * @param path where the page stands, for links without a slash in front
 */
export function linksOf(html: string, path: string): PageLinks {
  const links = new Set<string>();
  const resources = new Set<string>();
  const ids = new Set<string>();
  const add = (found: Set<string>, address: string | undefined) => {
    const url = address === undefined ? null : URL.parse(address, PUBLISHED_ORIGIN + path);
    if (url?.origin === PUBLISHED_ORIGIN) found.add(url.href.slice(PUBLISHED_ORIGIN.length));
  };
  const parser = new Parser({
    onopentag(name, { id, href, src, poster, srcset, content, ...others }) {
      if (id !== undefined) ids.add(id);
      add(name === "a" || name === "area" || name === "use" ? links : resources, href);
      for (const address of [src, poster]) add(resources, address);
      for (const candidate of srcset?.split(",") ?? []) add(resources, candidate.trim().split(/\s/)[0]);
      if (name === "meta" && /^(og|twitter):image$/.test(others["property"] ?? "")) add(resources, content);
    },
  });
  parser.end(html);
  return { links: [...links], resources: [...resources], ids };
}
