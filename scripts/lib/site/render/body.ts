import { join } from "node:path";
import { readBytes } from "#content/read-bytes.ts";
import { bodyOf } from "#content/source-file.ts";
import { withBase, type Host } from "#domain/urls.ts";
import { renderMarkdown } from "../markdown/render.ts";
import type { RenderedBody } from "../markdown/types.ts";
import type { Media } from "../media.ts";
import type { PageContext } from "../pages/context.ts";
import type { BodySource } from "../pages/spec.ts";

/** What rendering a text needs beside it. */
export interface BodyTools {
  /** The content folder. */
  readonly content: string;
  readonly host: Host;
  readonly media: Pick<Media, "picture" | "file">;
}

/** The tools of one build. */
export function bodyTools({ portal, media }: PageContext): BodyTools {
  return { content: portal.options.content, host: portal.options.host, media };
}

/** Reads and renders the text of a page, with its pictures and files as the build prepared them. */
export function renderBody(body: BodySource, { content, host, media }: BodyTools): RenderedBody {
  return renderMarkdown(bodyOf(readBytes(join(content, body.path))), {
    file: body.file,
    bodyLine: body.bodyLine,
    sizes: null,
    resolvePicture: (file) => media.picture(`${body.folder}/${file}`),
    resolveAttachment: (file) => media.file(`${body.folder}/${file}`),
    // Whether the page exists is checked over all pages at once, see check-links.ts.
    resolveLink: (href) => ({ ok: true, value: withBase(host, href), warnings: [] }),
  });
}
