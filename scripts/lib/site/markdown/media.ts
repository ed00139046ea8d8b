import { typeset } from "#domain/vietnamese/typography.ts";
import { report, type BodyState, type ContainerHtml, type Place } from "./body-state.ts";
import { isPlainName } from "./file-names.ts";
import type { ContainerInfo } from "./container-rule.ts";
import { escapeHtml } from "./escape-html.ts";
import type { FileSource, PictureSource, Resolved } from "#site/pictures/types.ts";

type MediaName = "video" | "audio" | "tep";

/** Shape of a video of which no poster is known. */
const WIDE = { width: 1280, height: 720 };
const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif)$/i;
const TRACK_FILE = /\.vtt$/i;
const EXAMPLES: Readonly<Record<MediaName, string>> = {
  video: ':::video phim.mp4 bia.jpg "Tiêu đề"',
  audio: ':::audio ban-tin.mp3 "Tiêu đề"',
  tep: ':::tep bao-cao.pdf "Tiêu đề"',
};

/** The files that the first line of a media container names, by what their endings say. */
export function mediaFiles(files: readonly string[]): {
  readonly main: string | null;
  readonly poster: string | null;
  readonly track: string | null;
} {
  const [main = null, ...others] = files;
  return {
    main,
    poster: others.find((file) => PICTURE_FILE.test(file)) ?? null,
    track: others.find((file) => TRACK_FILE.test(file)) ?? null,
  };
}

/** HTML around the content of `:::video`, `:::audio`, `:::tep`; `null` where the file cannot be shown. */
export function mediaHtml(
  state: BodyState,
  name: MediaName,
  info: ContainerInfo,
  place: Place,
  hasContent: boolean,
): ContainerHtml | null {
  const files = mediaFiles(info.files);
  if (files.main === null) {
    report(state, "error", place, `Khối ":::${name}" chưa ghi tên tệp. Ví dụ: ${EXAMPLES[name]}`);
    return null;
  }
  const file = accept(state, place, beside(files.main, state.context.resolveAttachment));
  const wanted = name === "tep" ? "" : `${name}/`;
  if (file !== null && !file.mediaType.startsWith(wanted)) {
    const kind = name === "video" ? "video" : "âm thanh";
    report(state, "error", place, `Tệp "${files.main}" không phải là ${kind}. Ví dụ: ${EXAMPLES[name]}`);
    return null;
  }
  if (info.title === null) {
    report(state, "warning", place, `Khối ":::${name}" chưa có tiêu đề. Ví dụ: ${EXAMPLES[name]}`);
  }
  const title = info.title ?? files.main;
  if (name === "tep")
    return file === null ? null : { open: attachmentHtml(file, title), close: "", photoSet: false };
  if (!hasContent) {
    report(
      state,
      "warning",
      place,
      `Khối ":::${name}" chưa có nội dung bằng chữ cho người không nghe hoặc không xem được. Hãy viết nội dung giữa hai dòng ":::".`,
    );
  }
  const poster =
    files.poster === null ? null : accept(state, place, beside(files.poster, state.context.resolvePicture));
  const track =
    files.track === null ? null : accept(state, place, beside(files.track, state.context.resolveAttachment));
  if (file === null) return null;
  const player = name === "video" ? videoHtml(file, poster, track, title) : audioHtml(file, title);
  if (!hasContent) return { open: player, close: "", photoSet: false };
  const summary = name === "video" ? "Nội dung video" : "Nội dung âm thanh";
  return {
    open: `${player}<details class="transcript"><summary>${summary}</summary>\n`,
    close: "</details>\n",
    photoSet: false,
  };
}

function videoHtml(
  file: FileSource,
  poster: PictureSource | null,
  track: FileSource | null,
  title: string,
): string {
  const { width, height } = poster ?? WIDE;
  const image = poster === null ? "" : ` poster="${escapeHtml(poster.src)}"`;
  const captions =
    track === null
      ? ""
      : `<track kind="captions" srclang="vi" label="Tiếng Việt" src="${escapeHtml(track.url)}">`;
  const source = `<source src="${escapeHtml(file.url)}" type="${file.mediaType}">`;
  const video = `<video controls preload="none" width="${width}" height="${height}"${image}>${source}${captions}${downloadHtml(file, "Tải video")}</video>`;
  return `<figure class="video">${video}<figcaption>${escapeHtml(typeset(title))}</figcaption></figure>\n`;
}

function audioHtml(file: FileSource, title: string): string {
  const audio = `<audio controls preload="none"><source src="${escapeHtml(file.url)}" type="${file.mediaType}">${downloadHtml(file, "Tải tệp âm thanh")}</audio>`;
  return `<figure class="audio"><figcaption>${escapeHtml(typeset(title))}</figcaption>${audio}</figure>\n`;
}

function downloadHtml(file: FileSource, label: string): string {
  return `<a href="${escapeHtml(file.url)}">${label} (${file.type}, ${escapeHtml(file.size)})</a>`;
}

function attachmentHtml(file: FileSource, title: string): string {
  return `<p class="attachment"><a href="${escapeHtml(file.url)}" type="${file.mediaType}" download>${escapeHtml(typeset(title))}</a> <span class="file-type">(${file.type}, ${escapeHtml(file.size)})</span></p>\n`;
}

/** Asks only for names that stay in the folder of the text. */
function beside<T>(file: string, resolve: (file: string) => Resolved<T>): Resolved<T> {
  if (isPlainName(file)) return resolve(file);
  const message = `Tệp "${file}" không nằm cạnh bài. Hãy đặt tệp cùng thư mục với index.md và chỉ viết tên tệp.`;
  return { ok: false, message };
}

function accept<T>(state: BodyState, place: Place, resolved: Resolved<T>): T | null {
  if (resolved.ok) {
    for (const warning of resolved.warnings) report(state, "warning", place, warning);
    return resolved.value;
  }
  report(state, "error", place, resolved.message);
  return null;
}
