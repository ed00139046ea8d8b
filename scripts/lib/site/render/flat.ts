/**
 * The same string in one piece. V8 keeps a string that was put together as a tree of its parts: several times as large,
 * and walked anew by everyone who uses it.
 * @example flat(header + body)
 */
export function flat(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
