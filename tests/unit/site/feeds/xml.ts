import assert from "node:assert/strict";
import { XMLParser } from "fast-xml-parser";
import { SyntaxValidator } from "fast-xml-validator";

/** An element or attribute (`@name`) of parsed XML: a text, or its children by name. Repeated elements are lists. */
export type XmlNode = string | readonly XmlNode[] | { readonly [name: string]: XmlNode };

const validator = new SyntaxValidator({
  invalidCharSequence: { comment: true, tagValue: true, attrLt: true },
  xmlDeclaraion: { optional: false },
});
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  trimValues: true,
});

/** Parses XML, after asserting that it is well formed and has no character that XML 1.0 forbids. */
export function parseXml(text: string): XmlNode {
  validator.validate(text); // throws with line and column
  assert.doesNotMatch(text, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u);
  assert.ok(text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n'));
  return parser.parse(text) as XmlNode; // the shape that the options above give
}

/** Follows a path of names and list positions; `null` where it ends early. */
export function at(node: XmlNode, ...path: readonly (string | number)[]): XmlNode | null {
  let here: XmlNode | undefined = node;
  for (const step of path) {
    if (here === undefined || typeof here === "string") return null;
    here = (here as Readonly<Record<string | number, XmlNode>>)[step]; // lists and objects alike are read by key
  }
  return here ?? null;
}

/** The text at a path; fails where there is none. */
export function textAt(node: XmlNode, ...path: readonly (string | number)[]): string {
  const found = at(node, ...path);
  return typeof found === "string" ? found : assert.fail(`no text at ${path.join(" ")}`);
}

/** The entries of a repeated element, also where there is one or none. */
export function all(node: XmlNode, ...path: readonly string[]): readonly XmlNode[] {
  const found = at(node, ...path);
  if (found === null || found === "") return [];
  return Array.isArray(found) ? (found as readonly XmlNode[]) : [found]; // Array.isArray loses readonly
}
