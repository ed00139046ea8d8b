/** An element of a page of ours, with what the index step asks of it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly hasClass: (name: string) => boolean;
  /** The first element below that fits, in reading order. */
  readonly find: (fits: (element: Element) => boolean) => Element | null;
  readonly all: (fits: (element: Element) => boolean) => readonly Element[];
  /** The text with character references resolved, blocks separated by line ends. */
  readonly text: () => string;
}

const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+/gi;
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section|summary|table|td|th|tr|ul)$/;
const HIDDEN = /^(?:script|style|template|svg|button)$/;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/**
 * Reads the HTML that our own layouts make: well-formed, with `<` and `>` escaped in text. It is no parser
 * for pages of others.
 *
 * @example readMarkup('<p>Tin &amp; bài</p>').find((element) => element.name === 'p')?.text() // 'Tin & bài'
 */
export function readMarkup(html: string): Element {
  const root = new Node("#page", new Map());
  const open: Node[] = [root];
  for (const [whole, slash, name, attributes] of html.matchAll(TOKEN)) {
    const parent = open[open.length - 1] ?? root;
    if (name === undefined) {
      if (!whole.startsWith("<")) parent.children.push(decode(whole));
    } else if (slash === "/") {
      const depth = open.findLastIndex((node) => node.name === name.toLowerCase());
      if (depth > 0) open.length = depth;
    } else {
      const node = new Node(name.toLowerCase(), readAttributes(attributes ?? ""));
      parent.children.push(node);
      if (!VOID.test(node.name) && attributes?.endsWith("/") !== true) open.push(node);
    }
  }
  return root;
}

class Node implements Element {
  readonly children: (Node | string)[] = [];
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;

  constructor(name: string, attributes: ReadonlyMap<string, string>) {
    this.name = name;
    this.attributes = attributes;
  }

  hasClass(name: string): boolean {
    return (this.attributes.get("class") ?? "").split(/\s+/).includes(name);
  }

  find(fits: (element: Element) => boolean): Element | null {
    for (const child of this.children) {
      if (typeof child === "string") continue;
      const found = fits(child) ? child : child.find(fits);
      if (found !== null) return found;
    }
    return null;
  }

  all(fits: (element: Element) => boolean): readonly Element[] {
    return this.children.flatMap((child) =>
      typeof child === "string" ? [] : [...(fits(child) ? [child] : []), ...child.all(fits)],
    );
  }

  text(): string {
    return this.raw()
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter((line) => line !== "")
      .join("\n");
  }

  private raw(): string {
    if (HIDDEN.test(this.name)) return "";
    const inner = this.children
      .map((child) => (typeof child === "string" ? child.replace(/\s+/g, " ") : child.raw()))
      .join("");
    return BLOCK.test(this.name) ? `\n${inner}\n` : inner;
  }
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) {
    if (name !== undefined) attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ""));
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
}
