import { hash } from "node:crypto";
import type { Article } from "#domain/article.ts";
import type { CardView } from "../views/common.ts";

/** A card in a view's JSON: its digest instead of its fields. */
interface CardReference {
  readonly $card: string;
}

/**
 * The cards of one build, each made once. In the JSON of a view, from which a page's digest is taken and which
 * travels to other threads, a card counts by its own digest instead of by all its fields.
 */
export class CardDeck {
  readonly #byArticle = new Map<Article, CardView>();
  readonly #byDigest = new Map<string, CardView>();
  readonly #keys = new Map<Article, string>();

  get(article: Article): CardView | undefined {
    return this.#byArticle.get(article);
  }

  /** Keeps a card; from now on its JSON is a reference. */
  add(article: Article, card: CardView): CardView {
    const digest = hash("sha1", JSON.stringify(card)).slice(0, 24);
    const reference: CardReference = { $card: digest };
    Object.defineProperty(card, "toJSON", { value: () => reference, enumerable: false });
    this.#byArticle.set(article, card);
    this.#byDigest.set(digest, card);
    return card;
  }

  /** A short name for what decides a card, taken once for each article. @param text gives what decides it. */
  key(article: Article, text: () => string): string {
    let key = this.#keys.get(article);
    if (key === undefined) {
      key = hash("sha1", text()).slice(0, 24);
      this.#keys.set(article, key);
    }
    return key;
  }

  /** Digests of the cards in a view's JSON. */
  static referencesIn(viewJson: string): Iterable<string> {
    return Array.from(viewJson.matchAll(/\{"\$card":"([0-9a-f]{24})"\}/g), ([, digest = ""]) => digest);
  }

  /** @throws {Error} for a digest that no card of this build has: a fault of the caller. */
  byDigest(digest: string): CardView {
    const card = this.#byDigest.get(digest);
    if (card === undefined) throw new Error(`There is no card ${digest}.`);
    return card;
  }
}

/**
 * Reads a view's JSON and puts the cards back, the same object for the same digest.
 * @param cards every card that the view names, by digest.
 */
export function parseView(viewJson: string, cards: ReadonlyMap<string, CardView>): unknown {
  return withCards(JSON.parse(viewJson), cards);
}

function withCards(value: unknown, cards: ReadonlyMap<string, CardView>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withCards(item, cards));
  // JSON.parse gives plain objects; a card is put in place of its reference.
  const fields = value as Record<string, unknown>;
  if (typeof fields["$card"] === "string") return cards.get(fields["$card"]);
  for (const key of Object.keys(fields)) {
    if (typeof fields[key] === "object") fields[key] = withCards(fields[key], cards);
  }
  return fields;
}
