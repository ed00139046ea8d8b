/** What a request's target asks for: the route, the page and whether the most viewed. */
import { type Answer, refusal } from "./answer.ts";

/** A target that was read. */
export interface Target {
  /** The route: `/api/hit`. */
  readonly path: string;
  /** The page named by `p`, null where none is named, or the refusal. */
  readonly page: string | Answer | null;
  /** Whether the most-viewed list was asked for. */
  readonly top: boolean;
}

const PATH_MAX = 1024;
const TOP = /(?:^|&)top(?:=|&|$)/;
const KNOWN_MAX = 5000;
const KNOWN_LENGTH_MAX = 256;
const known = new Map<string, Target>();

/**
 * Reads a target, once for all who ask the same: one string for a page is then found quickly wherever it is looked up.
 * @param text Path and query as sent, percent-encoded.
 * @example targetOf("/api/hit?p=/2022/07/slug/").page // "/2022/07/slug/"
 */
export function targetOf(text: string): Target {
  let target = known.get(text);
  if (target === undefined) {
    const mark = text.indexOf("?");
    const query = mark < 0 ? "" : text.slice(mark + 1);
    target = { path: mark < 0 ? text : text.slice(0, mark), page: pageNamed(query), top: TOP.test(query) };
    if (known.size >= KNOWN_MAX) known.clear();
    if (text.length <= KNOWN_LENGTH_MAX) known.set(text, target);
  }
  return target;
}

function pageNamed(query: string): Target["page"] {
  const encoded = /(?:^|&)p=([^&]*)/.exec(query)?.[1];
  if (encoded === undefined || encoded === "") return null;
  if (encoded.length > PATH_MAX) return refusal(414, "path too long");
  try {
    return decodeURIComponent(encoded);
  } catch {
    return refusal(400, "broken percent encoding");
  }
}
