const SPECIAL = /[&<>"]/;
const EACH_SPECIAL = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Takes plain text and gives it for HTML text or a double-quoted attribute. @example escapeHtml('a<b') // 'a&lt;b' */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text)
    ? text.replace(EACH_SPECIAL, (character) => ENTITIES[character] ?? character)
    : text;
}
