import { typeset } from "#domain/vietnamese/typography.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Token } from "./library.ts";
import { fileName, isPlainName } from "./file-names.ts";
import { report, type BodyPicture, type BodyState, type Place } from "./body-state.ts";
import { plainText } from "./inline-block.ts";

/** Width of a picture in the article column, and of one among several. */
const COLUMN_SIZES = "(min-width: 48rem) 46rem, 100vw";
export const PHOTO_SET_SIZES = "(min-width: 48rem) 23rem, (min-width: 36rem) 50vw, 100vw";
/** `Chú thích | Ảnh: My Ly`; an editor may leave either part out. */
const CREDIT = /(?:^|\s*\|)\s*(?:Ảnh|Nguồn ảnh|Nguồn)\s*:\s*([^|]+)$/iu;
const FILE_NAME = /\.(?:jpe?g|png|webp|avif|gif|heic)$/i;

/** Splits a picture's title. @example splitCaption("Lễ khai mạc | Ảnh: My Ly") // caption and credit */
export function splitCaption(title: string): {
  readonly caption: string | null;
  readonly credit: string | null;
} {
  const credit = CREDIT.exec(title);
  const caption = (credit === null ? title : title.slice(0, credit.index)).trim();
  return { caption: caption === "" ? null : caption, credit: credit?.[1]?.trim() ?? null };
}

/** Finds the picture that an image token names; `null` with a problem reported where there is none to show. */
export function resolvePicture(state: BodyState, token: Token, place: Place): BodyPicture | null {
  const file = fileName(String(token.attrGet("src") ?? ""));
  const alt = plainText(token.children).trim();
  if (alt === "") {
    report(
      state,
      "error",
      place,
      `Ảnh "${file}" thiếu mô tả cho người không nhìn thấy ảnh. Viết trong ngoặc vuông: ![Ai đang làm gì, ở đâu](${file}).`,
    );
  } else if (FILE_NAME.test(alt)) {
    report(
      state,
      "warning",
      place,
      `Mô tả ảnh "${alt}" là tên tệp. Hãy viết điều ảnh cho thấy: ai đang làm gì, ở đâu.`,
    );
  }
  if (!isPlainName(file)) {
    report(
      state,
      "error",
      place,
      `Ảnh "${file.slice(0, 80)}" không nằm cạnh bài. Hãy tải ảnh về, đặt cùng thư mục với index.md và chỉ viết tên tệp.`,
    );
    return null;
  }
  const resolved = state.context.resolvePicture(file);
  if (!resolved.ok) {
    report(state, "error", place, resolved.message);
    return null;
  }
  for (const warning of resolved.warnings) report(state, "warning", place, warning);
  const title = token.attrGet("title");
  return { source: resolved.value, alt, ...splitCaption(title === null ? "" : String(title)) };
}

/** `<picture>` in all variants, loaded when near. */
export function pictureHtml(picture: BodyPicture, sizes: string | null): string {
  const { source, alt } = picture;
  const box = escapeHtml(sizes ?? COLUMN_SIZES);
  const sources = source.sources
    .map(({ type, srcset }) => `<source type="${type}" srcset="${escapeHtml(srcset)}" sizes="${box}">`)
    .join("");
  const image = `<img src="${escapeHtml(source.src)}" width="${source.width}" height="${source.height}" alt="${escapeHtml(alt)}" loading="lazy" decoding="async">`;
  return `<picture>${sources}${image}</picture>`;
}

/** `<figure>` with caption and credit. */
export function figureHtml(picture: BodyPicture, sizes: string | null): string {
  const parts: string[] = [];
  if (picture.caption !== null) parts.push(escapeHtml(typeset(picture.caption)));
  if (picture.credit !== null) parts.push(`<span class="credit">Ảnh: ${escapeHtml(picture.credit)}</span>`);
  const caption = parts.length === 0 ? "" : `<figcaption>${parts.join(" ")}</figcaption>`;
  return `<figure class="figure">${pictureHtml(picture, sizes)}${caption}</figure>\n`;
}
