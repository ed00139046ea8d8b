import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { outputFile } from "../../../scripts/lib/domain/urls.ts";

/** What following every link of a built site found. */
export interface Crawl {
  /** Pages that were reached, from the site's root, without base. */
  readonly reached: ReadonlySet<string>;
  /** Links to nothing, with the page they stand on. */
  readonly broken: readonly string[];
  /** Internal addresses that lack the base path. */
  readonly outside: readonly string[];
}

/** Files that publishing adds to the built site. */
const PUBLISHED_LATER: readonly string[] = ["manifest/manifest.json"];

const LINKS = [
  ["a[href], link[href], use[href]", "href"],
  ["img[src], script[src], audio[src], video[src], source[src], track[src]", "src"],
  ["video[poster]", "poster"],
  ["form[action]", "action"],
  ['meta[property="og:image"], meta[property="og:url"]', "content"],
] as const;

/**
 * Opens the front page and follows every link to another page, picture, style or script of the site.
 * @param origin `https://host`. @param base `/` or `/btg/`.
 */
export function crawl(site: string, origin: string, base: string): Crawl {
  const reached = new Set<string>(["/"]);
  const broken: string[] = [];
  const outside: string[] = [];
  for (const path of reached) {
    const { document } = parseHTML(readFileSync(join(site, outputFile(path)), "utf8"));
    for (const link of linksOf(document)) {
      const url = new URL(link, origin + base + path.slice(1));
      if (url.origin !== origin) continue;
      if (!url.pathname.startsWith(base)) {
        outside.push(`${path}: ${link}`);
        continue;
      }
      const target = url.pathname.slice(base.length - 1);
      const file = outputFile(decodeURIComponent(target));
      if (PUBLISHED_LATER.includes(file)) continue;
      const whole = existsSync(join(site, file)) && hasFragment(document, url, path, target);
      if (!whole) broken.push(`${path}: ${link}`);
      else if (file.endsWith("index.html")) reached.add(target);
    }
  }
  return { reached, broken, outside };
}

function* linksOf(document: Document): Generator<string> {
  for (const [selector, attribute] of LINKS) {
    for (const element of document.querySelectorAll(selector)) yield element.getAttribute(attribute) ?? "";
  }
  for (const element of document.querySelectorAll("[srcset]")) {
    for (const candidate of (element.getAttribute("srcset") ?? "").split(",")) {
      yield candidate.trim().split(/\s+/)[0] ?? "";
    }
  }
}

/** A link within a page has to name an element of it. */
function hasFragment(document: Document, url: URL, path: string, target: string): boolean {
  return path !== target || url.hash === "" || document.getElementById(url.hash.slice(1)) !== null;
}
