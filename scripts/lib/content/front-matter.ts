import { FAILSAFE_SCHEMA, load } from "js-yaml";

/** A file cut into its front matter and its Markdown text. */
export interface FrontMatter {
  /** YAML between the two `---` lines. */
  readonly yaml: string;
  /** 1-based line of the file on which the YAML begins. */
  readonly yamlLine: number;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

/**
 * Cuts a file into front matter and body. The text is expected as NFC without a byte-order mark (see `decodeText`).
 * @returns `null` where the file does not begin with a `---` line or the second `---` is missing.
 */
export function splitFrontMatter(text: string): FrontMatter | null {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (!opening) return null;
  const start = opening[0].length;
  const closing = /^---[ \t]*(?:\r?\n|$)/m;
  const rest = text.slice(start);
  const match = closing.exec(rest);
  if (!match) return null;
  const yaml = rest.slice(0, match.index);
  const body = rest.slice(match.index + match[0].length);
  return { yaml, yamlLine: 2, body, bodyLine: 3 + countLines(yaml) };
}

/**
 * Reads YAML with every scalar left as text, so that 08 stays `08` and a telephone number keeps its zero.
 * Fast path of every build: positions are looked up only when something is wrong (see `positions.ts`).
 * @returns `null` where the text is not YAML.
 */
export function parseYamlText(yaml: string): { readonly value: unknown } | null {
  if (/^(?:\s*(?:#.*)?(?:\n|$))*$/.test(yaml)) return { value: {} }; // Nothing but comments.
  try {
    return { value: load(yaml, { schema: FAILSAFE_SCHEMA }) ?? {} };
  } catch {
    return null; // The reason, with its place and in Vietnamese, comes from positions.ts.
  }
}

/**
 * Whether a plain value of readable YAML may have lost words without an error: to a comment (`title: Chỉ thị #5`), to an
 * anchor or a tag (`title: &Hà Giang`). Cheap test that only decides if each line gets a closer look.
 */
export function needsCloserLook(yaml: string): boolean {
  return /(?:^|[ \t\u00a0])#|(?:: |- )[ ]*[&*!]/m.test(yaml);
}

/** Decodes the bytes of a content file: UTF-8 with or without a byte-order mark, normalised to NFC. `null`: not UTF-8. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  if (text.includes("\ufffd") || text.includes("\0")) return null;
  return (text.startsWith("\ufeff") ? text.slice(1) : text).normalize("NFC");
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
