import { suggest } from "#content/suggest.ts";
import { slugify } from "#domain/vietnamese/slug.ts";
import { typeset } from "#domain/vietnamese/typography.ts";
import { report, type BodyState, type ContainerHtml, type Place } from "./body-state.ts";
import { CONTAINER_NAMES, containerInfo, type ContainerInfo, type ContainerName } from "./container-rule.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Token } from "./library.ts";
import { mediaHtml } from "./media.ts";

/** Other words that editors use for the five names. */
const SYNONYMS: ReadonlyMap<string, ContainerName> = new Map([
  ["bo-anh", "anh"],
  ["hinh", "anh"],
  ["photo", "anh"],
  ["photos", "anh"],
  ["gallery", "anh"],
  ["phim", "video"],
  ["am-thanh", "audio"],
  ["file", "tep"],
  ["tai-lieu", "tep"],
  ["note", "luu-y"],
  ["chu-y", "luu-y"],
  ["ghi-chu", "luu-y"],
  ["warning", "luu-y"],
]);

/** Checks the container that opens (or a `:::` that closes nothing) and lays its HTML into `state`. */
export function inspectContainer(
  state: BodyState,
  token: Token,
  tokens: readonly Token[],
  index: number,
): void {
  const line = token.map?.[0] ?? 0;
  const place = { line, column: Math.max(0, (state.lines[line] ?? "").indexOf(":::")) };
  if (token.type === "container_stray") {
    report(state, "error", place, 'Dòng ":::" này không đóng khối nào. Hãy xóa nó.');
    return;
  }
  const info = containerInfo(token);
  if (info.title !== null) state.text.push(info.title);
  if (!info.closed) {
    report(state, "error", place, `Khối ":::${info.name}" chưa đóng. Hãy thêm một dòng ":::" ở cuối khối.`);
  }
  const inside = tokensInside(tokens, index);
  const html = containerHtml(state, info, place, inside);
  if (html !== null) state.containers.set(token, html);
}

function containerHtml(
  state: BodyState,
  info: ContainerInfo,
  place: Place,
  inside: readonly Token[],
): ContainerHtml | null {
  switch (info.name) {
    case "anh":
      checkPhotoSet(state, place, inside);
      return { open: '<div class="photo-set">\n', close: "</div>\n", photoSet: true };
    case "luu-y": {
      const title = escapeHtml(typeset(info.title ?? "Lưu ý"));
      return {
        open: `<div class="note" role="note">\n<p class="note-title">${title}</p>\n`,
        close: "</div>\n",
        photoSet: false,
      };
    }
    case "video":
    case "audio":
    case "tep":
      return mediaHtml(state, info.name, info, place, inside.length > 0);
    default:
      report(state, "error", place, unknownName(info.name));
      return null;
  }
}

function unknownName(name: string): string {
  const bare = slugify(name);
  const meant = SYNONYMS.get(bare) ?? suggest(bare, CONTAINER_NAMES);
  const known = CONTAINER_NAMES.map((known) => `:::${known}`).join(", ");
  return meant === null
    ? `Không có khối nào tên ":::${name}". Các khối dùng được: ${known}.`
    : `Không có khối nào tên ":::${name}". Có phải ":::${meant}"?`;
}

function checkPhotoSet(state: BodyState, place: Place, inside: readonly Token[]): void {
  const children = inside.flatMap((token) => token.children ?? []);
  if (!children.some((child) => child.type === "image")) {
    report(
      state,
      "error",
      place,
      'Khối ":::anh" không có ảnh nào. Mỗi dòng trong khối là một ảnh: ![mô tả](tên-tệp.jpg "chú thích | Ảnh: tên người chụp").',
    );
  } else if (children.some((child) => child.type === "text" && child.content.trim() !== "")) {
    report(
      state,
      "warning",
      place,
      'Khối ":::anh" có chữ ngoài ảnh. Hãy đưa chữ vào chú thích của từng ảnh hoặc ra ngoài khối.',
    );
  }
}

function tokensInside(tokens: readonly Token[], open: number): readonly Token[] {
  let depth = 1;
  let end = open + 1;
  while (end < tokens.length) {
    const type = tokens[end]?.type;
    if (type === "container_open") depth += 1;
    else if (type === "container_close") depth -= 1;
    if (depth === 0) break;
    end += 1;
  }
  return tokens.slice(open + 1, end);
}
