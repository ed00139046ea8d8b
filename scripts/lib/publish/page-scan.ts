import { Parser } from "htmlparser2";

/** What publishing wants to know of one page. */
export interface PageScan {
  /** Values of `href`, `src`, `poster` and each address of `srcset`, as written, without repetition. */
  readonly links: readonly string[];
  /** What a strict content security policy would refuse: `<script> without src`, `style attribute` … */
  readonly inline: readonly string[];
  /** Content of `<meta name="robots">`, `null` where there is none. */
  readonly robots: string | null;
  /** Content of `<link rel="canonical">`, `null` where there is none. */
  readonly canonical: string | null;
  /** Text of `<title>`. */
  readonly title: string;
}

/**
 * Reads one HTML page.
 * @example scanPage('<a href="/x/">').links // ["/x/"]
 */
export function scanPage(html: string): PageScan {
  const links = new Set<string>();
  const inline = new Set<string>();
  const found = {
    robots: null as string | null,
    canonical: null as string | null,
    title: "",
    inTitle: false,
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      collectLinks(name, attributes, links);
      collectInline(name, attributes, inline);
      if (name === "title" && found.title === "") found.inTitle = true;
      if (name === "meta" && attributes["name"] === "robots") found.robots = attributes["content"] ?? "";
      if (name === "link" && attributes["rel"] === "canonical") found.canonical = attributes["href"] ?? "";
    },
    ontext(text) {
      if (found.inTitle) found.title += text;
    },
    onclosetag(name) {
      if (name === "title") found.inTitle = false;
    },
  });
  parser.end(html);
  const { robots, canonical, title } = found;
  return { links: [...links], inline: [...inline], robots, canonical, title: title.trim() };
}

const LINK_ATTRIBUTES = ["href", "src", "poster"];
/** Script elements that hold data are not run, so the policy does not touch them. */
const DATA_SCRIPT = /^(application\/(ld\+)?json|text\/plain|speculationrules)$/;

type Attributes = Readonly<Record<string, string | undefined>>;

function collectLinks(name: string, attributes: Attributes, links: Set<string>): void {
  if (name === "base" || (name === "link" && /^(preconnect|dns-prefetch)$/.test(attributes["rel"] ?? "")))
    return;
  for (const attribute of LINK_ATTRIBUTES) {
    const value = attributes[attribute]?.trim();
    if (value !== undefined && value !== "") links.add(value);
  }
  for (const candidate of (attributes["srcset"] ?? "").split(/,\s+/)) {
    const address = candidate.trim().split(/\s+/)[0];
    if (address !== undefined && address !== "") links.add(address);
  }
}

function collectInline(name: string, attributes: Attributes, inline: Set<string>): void {
  if (name === "style") inline.add("<style> element");
  if (name === "script" && attributes["src"] === undefined && !DATA_SCRIPT.test(attributes["type"] ?? "")) {
    inline.add("<script> without src");
  }
  for (const attribute of Object.keys(attributes)) {
    if (attribute === "style") inline.add("style attribute");
    if (attribute.startsWith("on")) inline.add(`${attribute} attribute`);
  }
  if (/^\s*javascript:/i.test(attributes["href"] ?? "")) inline.add("javascript: address");
}
