import { basename, extname } from "node:path";
import { formatNumber } from "#domain/vietnamese/numbers.ts";
import { MAX_PIXELS } from "./settings.ts";
import { sharp } from "./sharp.ts";
import { sniffBytes } from "./sniff.ts";

/** A picture that cannot be used; the message is for its editor. */
export class PictureError extends Error {}

const USABLE: Readonly<Record<string, { readonly name: string; readonly extensions: readonly string[] }>> = {
  jpg: { name: "JPEG", extensions: [".jpg", ".jpeg"] },
  png: { name: "PNG", extensions: [".png"] },
  apng: { name: "PNG", extensions: [".png", ".apng"] },
  webp: { name: "WebP", extensions: [".webp"] },
  avif: { name: "AVIF", extensions: [".avif"] },
  gif: { name: "GIF", extensions: [".gif"] },
};
const OTHER_PICTURES = new Set([
  "tif",
  "bmp",
  "ico",
  "psd",
  "jp2",
  "jxl",
  "jxr",
  "cr2",
  "cr3",
  "nef",
  "dng",
  "arw",
  "orf",
  "raf",
]);
/** Below this a picture is blurred on every phone. */
const MIN_WIDTH = 480;

/**
 * Looks at a picture before any work is spent on it.
 *
 * @returns warnings for its editor.
 * @throws {PictureError} where it is no picture, one of a kind that the web cannot show, or too large.
 */
export async function checkPicture(file: string, bytes: Uint8Array): Promise<readonly string[]> {
  const name = basename(file);
  const { type } = await sniffBytes(bytes);
  const usable = USABLE[type];
  if (usable === undefined) throw new PictureError(refusal(name, type));

  const warnings: string[] = [];
  if (!usable.extensions.includes(extname(name).toLowerCase())) {
    warnings.push(
      `Ảnh "${name}" thật ra là ảnh ${usable.name}. Ảnh vẫn dùng được; hãy đổi đuôi tên thành "${usable.extensions[0] ?? ""}".`,
    );
  }
  const { width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > MAX_PIXELS) {
    throw new PictureError(
      `Ảnh "${name}" quá lớn: ${formatNumber(width)} × ${formatNumber(height)} điểm ảnh. Hãy thu nhỏ còn nhiều nhất 6.000 điểm ảnh mỗi chiều rồi lưu lại.`,
    );
  }
  if ((pages ?? 1) > 1 || type === "apng") {
    warnings.push(
      `Ảnh "${name}" là ảnh động; trang chỉ hiện hình đầu tiên. Muốn có chuyển động, hãy dùng khối :::video.`,
    );
  }
  if (width < MIN_WIDTH) {
    warnings.push(
      `Ảnh "${name}" chỉ rộng ${formatNumber(width)} điểm ảnh nên sẽ nhỏ hoặc mờ. Hãy dùng ảnh rộng ít nhất 1.200 điểm ảnh.`,
    );
  }
  return warnings;
}

/** What to say of data that a decoder gives up on. */
export function damaged(file: string): PictureError {
  return new PictureError(
    `Ảnh "${basename(file)}" bị hỏng hoặc chép chưa xong. Hãy chép lại ảnh gốc từ máy ảnh, điện thoại hoặc người gửi.`,
  );
}

function refusal(name: string, type: string): string {
  switch (type) {
    case "heic":
    case "heif":
      return `Ảnh "${name}" là ảnh HEIC của iPhone, trình duyệt không mở được. Hãy mở ảnh trên máy rồi lưu lại thành JPEG (trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất).`;
    case "svg":
      return `Ảnh "${name}" là tệp SVG, có thể chứa mã chạy nên không được đăng. Hãy xuất hình thành PNG.`;
    case "html":
      return `Tệp "${name}" là một trang web, không phải ảnh; có lẽ ảnh đã được tải về không đúng cách. Hãy mở ảnh trên trang đó rồi chọn "Lưu ảnh".`;
    case "text":
    case "script":
    case "vtt":
    case "unknown":
      return `Tệp "${name}" không phải là ảnh. Hãy dùng ảnh JPEG, PNG hoặc WebP.`;
    default:
      return OTHER_PICTURES.has(type)
        ? `Ảnh "${name}" là ảnh ${type.toUpperCase()}, trình duyệt không mở được. Hãy lưu lại thành JPEG hoặc PNG.`
        : `Tệp "${name}" là tệp ${type.toUpperCase()}, không phải ảnh. Hãy dùng ảnh JPEG, PNG hoặc WebP.`;
  }
}
