import type { Problem } from "#domain/problem.ts";
import type { TocEntry } from "#site/views/common.ts";
import type { Token } from "./library.ts";
import type { PictureSource } from "#site/pictures/types.ts";
import type { BodyContext, BodyLink } from "./types.ts";

/** A place in the text: 0-based line of the body and 0-based column. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A picture of the text with what its title says. */
export interface BodyPicture {
  readonly source: PictureSource;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** HTML around what a container holds. */
export interface ContainerHtml {
  readonly open: string;
  readonly close: string;
  /** Whether its pictures stand side by side. */
  readonly photoSet: boolean;
}

/** What one rendering gathers on its way through the text. */
export interface BodyState {
  readonly context: BodyContext;
  /** Lines of the body, for columns. */
  readonly lines: readonly string[];
  readonly problems: Problem[];
  readonly links: BodyLink[];
  readonly toc: TocEntry[];
  /** Plain text of the blocks so far. */
  readonly text: string[];
  /** Every `id` given out, so that each is given once. */
  readonly ids: Set<string>;
  readonly headings: Map<Token, { readonly id: string; readonly tag: string }>;
  /** Addresses of links as pages show them; `null` where the words stand without a link. */
  readonly hrefs: Map<Token, string | null>;
  /** Pictures found; `null` where there is none to show. */
  readonly pictures: Map<Token, BodyPicture | null>;
  readonly containers: Map<Token, ContainerHtml>;
}

/** An empty state for one text. */
export function createBodyState(source: string, context: BodyContext): BodyState {
  return {
    context,
    lines: source.split("\n"),
    problems: [],
    links: [],
    toc: [],
    text: [],
    ids: new Set(),
    headings: new Map(),
    hrefs: new Map(),
    pictures: new Map(),
    containers: new Map(),
  };
}

/** Notes a problem at a place of the body; the file's lines are counted from the top of the file. */
export function report(state: BodyState, severity: Problem["severity"], place: Place, message: string): void {
  const { file, bodyLine } = state.context;
  const line = bodyLine + place.line;
  state.problems.push({ file, line, column: place.column + 1, field: null, message, severity });
}

/** Gives out `wanted`, or the first of `wanted-2`, `wanted-3` … that is free. */
export function uniqueId(state: BodyState, wanted: string): string {
  let id = wanted;
  for (let number = 2; state.ids.has(id); number += 1) id = `${wanted}-${number}`;
  state.ids.add(id);
  return id;
}
