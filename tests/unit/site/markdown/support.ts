import { formatProblem } from "#domain/problem.ts";
import { renderMarkdown } from "#site/markdown/render.ts";
import type { BodyContext, RenderedBody } from "#site/markdown/types.ts";
import { parseHTML } from "linkedom";

/** Pictures `*.jpg` and files are there, unless their name says `thieu`. Links get the base `/btg`. */
export const context: BodyContext = {
  file: "content/articles/2022/07/x/index.md",
  bodyLine: 1,
  sizes: null,
  resolvePicture: (file) =>
    file.includes("thieu")
      ? { ok: false, message: `Không thấy tệp ảnh "${file}".` }
      : {
          ok: true,
          warnings: file.includes("dong") ? [`Ảnh "${file}" là ảnh động.`] : [],
          value: {
            width: 1600,
            height: 900,
            src: `/btg/pictures/${file}`,
            thumbnail: `/btg/pictures/${file}`,
            sources: [{ type: "image/avif", srcset: `/btg/pictures/${file}.avif 480w` }],
          },
        },
  resolveAttachment: (file) =>
    file.includes("thieu")
      ? { ok: false, message: `Không thấy tệp đính kèm "${file}".` }
      : {
          ok: true,
          warnings: [],
          value: {
            url: `/btg/tep/${file}`,
            type: typeOf(file),
            size: "1,2 MB",
            mediaType: mediaTypeOf(file),
          },
        },
  resolveLink: (href) =>
    href.includes("thieu")
      ? { ok: false, message: `Không có trang "${href}".` }
      : { ok: true, warnings: [], value: `/btg${href}` },
};

export function render(source: string, overrides: Partial<BodyContext> = {}): RenderedBody {
  return renderMarkdown(source, { ...context, ...overrides });
}

/** The HTML of a text as a document to ask questions of. */
export function page(source: string): Document {
  return parseHTML(`<!doctype html><html lang="vi"><body>${render(source).html}</body></html>`).document;
}

/** Problems as `line:column message`, warnings marked. */
export function problemsOf(source: string, overrides: Partial<BodyContext> = {}): string[] {
  return render(source, overrides).problems.map((problem) =>
    formatProblem(problem).slice(problem.file.length + 1),
  );
}

function typeOf(file: string): string {
  return (file.split(".").pop() ?? "").toUpperCase();
}

function mediaTypeOf(file: string): string {
  const types: Record<string, string> = { MP4: "video/mp4", MP3: "audio/mpeg", VTT: "text/vtt" };
  return types[typeOf(file)] ?? "application/pdf";
}
