import type { Markdown, StateBlock, Token } from "./library.ts";

/** Names of the containers, as editors write them. */
export const CONTAINER_NAMES = ["anh", "video", "audio", "tep", "luu-y"] as const;
export type ContainerName = (typeof CONTAINER_NAMES)[number];

/** What stands after `:::` on a container's first line. */
export interface ContainerInfo {
  /** As written: one of CONTAINER_NAMES, or a name to complain of. */
  readonly name: string;
  /** Words before the title: file names. */
  readonly files: readonly string[];
  readonly title: string | null;
  /** Whether its `:::` was found. */
  readonly closed: boolean;
}

const OPENING = /^:::+[ \t]*(\S+)(?:[ \t]+(.*?))?[ \t]*$/;
const CLOSING = /^:::+[ \t]*$/;
const FENCE = /^(?:`{3,}[^`]*|~{3,}.*)$/;
const TITLE = /(?:^|[ \t])["“”](.*)["“”]$/;
/** `:::tep` holds nothing: its closing line may be left out or stand on its own line. */
const LEAF = "tep";

/**
 * Block rule for `:::name file.ext "Tiêu đề"` … `:::`. Containers nest with the same number of colons; `:::` inside
 * fenced code is code. One at the end of which `:::` is missing reaches to the end of its surrounding block and says
 * so in `ContainerInfo.closed`. A closing line that closes nothing becomes a token `container_stray`.
 */
export function containers(markdown: Markdown): void {
  markdown.block.ruler.before(
    "fence",
    "container",
    (state, startLine, endLine, silent) => {
      const text = lineText(state, startLine);
      if (!text.startsWith(":::") || indentOf(state, startLine) >= 4) return false;
      if (CLOSING.test(text)) {
        if (silent) return true;
        state.push("container_stray", "", 0).map = [startLine, startLine + 1];
        state.line = startLine + 1;
        return true;
      }
      if (!OPENING.test(text)) return false;
      if (!silent) pushContainer(state, startLine, endLine);
      return true;
    },
    { alt: ["paragraph", "reference", "blockquote", "list"] },
  );
}

/** What a `container_open` token says. */
export function containerInfo(token: Token): ContainerInfo {
  // `pushContainer` below is the only maker of these tokens.
  return token.meta?.["info"] as ContainerInfo;
}

function pushContainer(state: StateBlock, startLine: number, endLine: number): void {
  const { end, closed } = findEnd(state, startLine, endLine);
  const info = parseInfo(lineText(state, startLine), closed);
  const open = state.push("container_open", "div", 1);
  open.map = [startLine, end];
  open.block = true;
  open.info = info.name;
  open.meta = { info };

  const { lineMax, parentType } = state;
  state.parentType = "container";
  state.lineMax = info.name === LEAF ? startLine + 1 : closed ? end - 1 : end;
  state.md.block.tokenize(state, startLine + 1, state.lineMax);
  state.parentType = parentType;
  state.lineMax = lineMax;

  state.push("container_close", "div", -1).block = true;
  state.line = end;
}

/** The line after the container that opens at `line`, and whether it was closed. */
function findEnd(state: StateBlock, line: number, endLine: number): { end: number; closed: boolean } {
  if (isLeaf(state, line)) return { end: afterLeaf(state, line, endLine), closed: true };
  let depth = 1;
  let fence: string | null = null;
  for (let at = line + 1; at < endLine; at += 1) {
    if (!state.isEmpty(at) && indentOf(state, at) < 0) return { end: at, closed: false };
    const text = lineText(state, at);
    if (fence !== null) {
      if (text.startsWith(fence) && /^(?:`+|~+)[ \t]*$/.test(text)) fence = null;
    } else if (FENCE.test(text)) fence = /^(?:`+|~+)/.exec(text)?.[0] ?? null;
    else if (CLOSING.test(text)) {
      depth -= 1;
      if (depth === 0) return { end: at + 1, closed: true };
    } else if (OPENING.test(text)) {
      if (isLeaf(state, at)) at = afterLeaf(state, at, endLine) - 1;
      else depth += 1;
    }
  }
  return { end: endLine, closed: false };
}

function isLeaf(state: StateBlock, line: number): boolean {
  return OPENING.exec(lineText(state, line))?.[1] === LEAF;
}

/** The line after a leaf, whose `:::` may stand at its end, on the next line with text, or nowhere. */
function afterLeaf(state: StateBlock, line: number, endLine: number): number {
  if (/[ \t]:::+[ \t]*$/.test(lineText(state, line))) return line + 1;
  const next = state.skipEmptyLines(line + 1);
  return next < endLine && CLOSING.test(lineText(state, next)) ? next + 1 : line + 1;
}

function parseInfo(line: string, closed: boolean): ContainerInfo {
  const match = OPENING.exec(line);
  const rest = (match?.[2] ?? "").replace(/[ \t]*:::+$/, "");
  const title = TITLE.exec(rest);
  const files = (title === null ? rest : rest.slice(0, title.index))
    .split(/[ \t]+/)
    .filter((word) => word !== "");
  return { name: match?.[1] ?? "", files, title: title?.[1]?.trim() || null, closed };
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}
