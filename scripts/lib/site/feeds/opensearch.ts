import type { RenderFile } from "./feed-files.ts";
import { machineText } from "./machine-text.ts";

/** What browsers need to offer the portal's search in their address bar. */
export interface OpenSearch {
  /** At most 16 characters are used. */
  readonly shortName: string;
  readonly name: string;
  readonly description: string;
  readonly language: string;
  /** Absolute address of the search page, without a query. */
  readonly search: string;
  /** Absolute address of this file. */
  readonly self: string;
  /** Absolute address of a 32 x 32 PNG, `null` for none. */
  readonly icon: string | null;
}

/**
 * Writes `opensearch.xml` (OpenSearch 1.1 draft 6: ShortName at most 16 characters, LongName 48, Description 1024).
 * @param render the portal's templates.
 */
export function openSearchFile(input: OpenSearch, render: RenderFile): string {
  return render("xml/opensearch.njk", {
    openSearch: {
      ...input,
      shortName: cut(machineText(input.shortName), 16),
      name: cut(machineText(input.name), 48),
      description: cut(machineText(input.description), 1024),
    },
  });
}

/** At most `length` characters, cut at a word where there is one. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length + 1);
  const space = head.lastIndexOf(" ");
  return (space > 0 ? head.slice(0, space) : head.slice(0, length)).trimEnd();
}
