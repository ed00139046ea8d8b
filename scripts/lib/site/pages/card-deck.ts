import type { Article } from "#domain/article.ts";
import type { CardView } from "../views/common.ts";

/** A card in a view's JSON: its key instead of its fields. */
interface CardReference {
  readonly $card: string;
}

/**
 * The cards of one build, each made once. In the JSON of a view, which tells one page from another or travels to other
 * threads, a card counts by its key instead of by all its fields.
 */
export class CardDeck {
  readonly #byArticle = new Map<Article, CardView>();
  readonly #byKey = new Map<string, CardView>();
  readonly #keys = new Map<Article, string>();

  get(article: Article): CardView | undefined {
    return this.#byArticle.get(article);
  }

  /** Keeps a card; from now on its JSON is a reference. @param key as `key` gives it. */
  add(article: Article, card: CardView, key: string): CardView {
    const reference: CardReference = { $card: key };
    Object.defineProperty(card, "toJSON", { value: () => reference, enumerable: false });
    this.#byArticle.set(article, card);
    this.#byKey.set(key, card);
    return card;
  }

  /** The key of an article's card, made once. @param make of ASCII letters, figures and hyphens; tells the card from all others. */
  key(article: Article, make: () => string): string {
    let key = this.#keys.get(article);
    if (key === undefined) {
      key = make();
      this.#keys.set(article, key);
    }
    return key;
  }

  /** Keys of the cards in a view's JSON. */
  static referencesIn(viewJson: string): Iterable<string> {
    return Array.from(viewJson.matchAll(/\{"\$card":"([\w-]+)"\}/g), ([, key = ""]) => key);
  }

  /** @throws {Error} for a key that no card of this build has: a fault of the caller. */
  byKey(key: string): CardView {
    const card = this.#byKey.get(key);
    if (card === undefined) throw new Error(`There is no card ${key}.`);
    return card;
  }
}

/**
 * Reads a view's JSON and puts the cards back, the same object for the same key.
 * @param cards every card that the view names, by key.
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
