import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { outputFile } from "../../scripts/lib/domain/urls.ts";

/** A built page. */
export interface PageDocument {
  readonly document: Document;
  /** Text of the first element that fits, blanks folded; `null` where there is none. */
  text(selector: string): string | null;
  /** Text of every element that fits. */
  texts(selector: string): readonly string[];
  /** An attribute of every element that fits and has it. */
  attributes(selector: string, name: string): readonly string[];
}

/** Reads a page of a built site. @param path from the site's root, without base: `/2022/07/x/` */
export function openPage(site: string, path: string): PageDocument {
  const { document } = parseHTML(readFileSync(join(site, outputFile(path)), "utf8"));
  const fold = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return {
    document,
    text(selector) {
      const element = document.querySelector(selector);
      return element === null ? null : fold(element.textContent);
    },
    texts: (selector) => all(selector).map((element) => fold(element.textContent)),
    attributes: (selector, name) => all(selector).flatMap((element) => element.getAttribute(name) ?? []),
  };
}
