import { report, type BodyState, type Place } from "./body-state.ts";
import { decodeAddress, fileName, isFileBeside, isHost } from "./file-names.ts";

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const SAFE_SCHEMES = new Set(["http", "https", "mailto", "tel"]);

/**
 * The address of a link as the page shows it, or `null` with a problem reported where it can lead nowhere safe.
 * `fragments` collects references to places of the same page, which are checked when all headings are known.
 */
export function resolveHref(
  state: BodyState,
  href: string,
  place: Place,
  fragments: Map<string, Place>,
): string | null {
  const refuse = (message: string): null => {
    report(state, "error", place, message);
    return null;
  };
  if (href === "") return refuse("Liên kết không có địa chỉ. Hãy viết [chữ](địa chỉ).");
  if (href.startsWith("//")) return `https:${href}`;
  if (href.startsWith("/")) {
    const resolved = state.context.resolveLink(href);
    if (!resolved.ok) return refuse(resolved.message);
    const path = href.replace(/[?#].*$/s, "");
    state.links.push({ path, line: state.context.bodyLine + place.line, column: place.column + 1 });
    return resolved.value;
  }
  if (href.startsWith("#")) {
    if (!fragments.has(href)) fragments.set(href, place);
    return href;
  }
  const scheme = SCHEME.exec(href)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (SAFE_SCHEMES.has(scheme)) return href;
    return refuse(unsafeLink(href));
  }
  if (isHost(href)) return refuse(`Liên kết "${show(href)}" thiếu "https://" ở đầu.`);
  if (isFileBeside(fileName(href))) {
    const file = state.context.resolveAttachment(fileName(href));
    return file.ok ? file.value.url : refuse(file.message);
  }
  return refuse(
    `Liên kết "${show(href)}" phải bắt đầu bằng "/" (trang trong cổng) hoặc "https://" (trang khác).`,
  );
}

/** What to say of an address that could run code or read the reader's disk. */
export function unsafeLink(href: string): string {
  return `Liên kết "${show(href)}" không an toàn nên không được hiện. Chỉ dùng http, https, mailto, tel hoặc đường dẫn trong cổng bắt đầu bằng "/".`;
}

/** Attributes that a link's address calls for. */
export function linkAttributes(href: string): string {
  return /^https?:/i.test(href) ? ' rel="noopener"' : "";
}

function show(href: string): string {
  const text = decodeAddress(href);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
