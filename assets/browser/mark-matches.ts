/** A letter without its tone and marks: `ả` → `a`, `Đ` → `d`. One character gives one. */
const plain = (text: string): string =>
  Array.from(text, (letter) => letter.replace(/đ/i, "d").normalize("NFD").charAt(0).toLowerCase()).join("");

/**
 * Marks the words of a search in the text it led to, whatever diacritics either has.
 *
 * @param root the article
 * @param query as typed
 */
export function markMatches(root: HTMLElement, query: string): void {
  const words = plain(query.normalize("NFC")).match(/[a-z0-9]+/g) ?? [];
  if (words.length === 0 || words.length > 40) return;
  const pattern = new RegExp(
    `(^|[^a-z0-9])(${words
      .slice()
      .sort((a, b) => b.length - a.length)
      .join("|")})(?![a-z0-9])`,
    "g",
  );
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text); // only texts are walked
  for (const text of texts) {
    const content = text.data.normalize("NFC");
    const folded = plain(content);
    if (folded.length !== content.length || text.parentElement?.closest("script,style,button,nav") !== null)
      continue;
    const pieces: (string | HTMLElement)[] = [];
    let at = 0;
    for (pattern.lastIndex = 0; ;) {
      const match = pattern.exec(folded);
      if (match === null) break;
      const start = match.index + (match[1] ?? "").length;
      const mark = document.createElement("mark");
      mark.dataset["found"] = "";
      mark.textContent = content.slice(start, pattern.lastIndex);
      pieces.push(content.slice(at, start), mark);
      at = pattern.lastIndex;
    }
    if (at > 0) text.replaceWith(...pieces, content.slice(at));
  }
}

/** Starts the marking when the address asks for it. */
export function startMarks(): void {
  const query = new URLSearchParams(location.search).get("tim");
  const article = document.querySelector<HTMLElement>("[data-search]");
  if (query !== null && article !== null) markMatches(article, query);
}
