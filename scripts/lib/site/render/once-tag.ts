import { flat } from "./flat.ts";

/* Nunjucks hands extensions its parser and node classes untyped; this is the part of them that the tag uses. */
interface Parser {
  nextToken(): { readonly value: string };
  parseSignature(tolerant: null, noParentheses: true): unknown;
  advanceAfterBlockEnd(name?: string): void;
  parseUntilBlocks(...names: readonly string[]): unknown;
}
interface Nodes {
  readonly CallExtension: new (
    extension: OnceTag,
    method: "run",
    args: unknown,
    content: readonly unknown[],
  ) => object;
}

/** Objects whose fragments are kept, twice over: the cards of some dozen neighbouring pages. More are hardly found again. */
const KEPT_OBJECTS = 300;

/**
 * `{% once object, key %}…{% endonce %}`: renders its content once for each object and key and repeats the result.
 * For parts that many pages share: a card, the header, the footer. The content may depend on nothing but the object and
 * what the key says.
 * @example {% once card, style %}<article>…</article>{% endonce %}
 */
export class OnceTag {
  readonly tags: readonly string[] = ["once"];
  /** The content was escaped when it was rendered. */
  readonly autoescape = false;
  #recent = new Map<object, Map<string, string>>();
  #earlier = new Map<object, Map<string, string>>();

  parse(parser: Parser, nodes: Nodes): object {
    const token = parser.nextToken();
    const args = parser.parseSignature(null, true);
    parser.advanceAfterBlockEnd(token.value);
    const body = parser.parseUntilBlocks("endonce");
    parser.advanceAfterBlockEnd();
    return new nodes.CallExtension(this, "run", args, [body]);
  }

  /** Called by Nunjucks. @param body renders the content. */
  run(_context: unknown, object: object, key: string, body: () => string): string {
    const byKey = this.#fragmentsOf(object);
    let html = byKey.get(key);
    if (html === undefined) byKey.set(key, (html = flat(body())));
    return html;
  }

  /** Fragments of an object; those of objects that were not used of late are forgotten. */
  #fragmentsOf(object: object): Map<string, string> {
    let byKey = this.#recent.get(object);
    if (byKey !== undefined) return byKey;
    byKey = this.#earlier.get(object) ?? new Map<string, string>();
    if (this.#recent.size >= KEPT_OBJECTS) {
      this.#earlier = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(object, byKey);
    return byKey;
  }
}
