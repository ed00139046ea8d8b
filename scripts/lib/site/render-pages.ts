import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bodyOf } from "#content/source-file.ts";
import { withBase } from "#domain/urls.ts";
import { completePage } from "./complete.ts";
import { renderMarkdown } from "./markdown/render.ts";
import type { RenderedBody } from "./markdown/types.ts";
import type { PageContext } from "./pages/context.ts";
import type { BodySource, PageSpec } from "./pages/spec.ts";
import type { PageRecord, PageStore } from "./page-store.ts";
import type { Templates } from "./templates.ts";

/** A page of the finished site. */
export interface RenderedPage {
  readonly spec: PageSpec;
  /** Of everything the page was made from. */
  readonly digest: string;
  readonly record: PageRecord;
  /** Whether it was rendered now rather than found in the store. */
  readonly fresh: boolean;
}

/** What rendering needs beside the pages. */
export interface RenderTools {
  readonly context: PageContext;
  readonly templates: Templates;
  readonly store: PageStore;
  /** Fingerprint of the program and of everything that is the same on every page. */
  readonly frame: string;
  /** Told after each page. */
  readonly onPage: () => void;
}

/**
 * Renders every page of the plan, or finds it in the store. A page's digest covers its view, its text, the site view
 * and the program; that is all a page is made from, so equal digests mean equal bytes.
 * @returns the pages in the plan's order, problems of their texts in their records.
 */
export function renderPages(specs: readonly PageSpec[], tools: RenderTools): readonly RenderedPage[] {
  return specs.map((spec) => {
    const view = spec.view();
    const media = spec.body === null ? null : mediaOf(spec.body, tools.context);
    const digest = createHash("sha256")
      .update(tools.frame)
      .update(JSON.stringify(view))
      .update(JSON.stringify([spec.body, media]))
      .digest("hex")
      .slice(0, 40);
    const known = tools.store.find(digest);
    tools.onPage();
    if (known !== null) return { spec, digest, record: known, fresh: false };
    const rendered = spec.body === null ? null : renderBody(spec.body, tools.context);
    const html = tools.templates.page(completePage(view, rendered), tools.context.site);
    const record = tools.store.put(digest, html, {
      links: rendered?.links ?? [],
      problems: rendered?.problems ?? [],
    });
    return { spec, digest, record, fresh: true };
  });
}

/** Renders the text of a page, with its pictures and files as the build prepared them. */
export function renderBody(body: BodySource, context: PageContext): RenderedBody {
  const { portal, media } = context;
  const source = bodyOf(readFileSync(join(portal.options.content, body.path)));
  return renderMarkdown(source, {
    file: body.file,
    bodyLine: body.bodyLine,
    sizes: null,
    resolvePicture: (file) => media.picture(`${body.folder}/${file}`),
    resolveAttachment: (file) => media.file(`${body.folder}/${file}`),
    // Whether the page exists is checked over all pages at once, see check-links.ts.
    resolveLink: (href) => ({ ok: true, value: withBase(portal.options.host, href), warnings: [] }),
  });
}

/** What the files mentioned in a text stand for at present; part of the digest. */
function mediaOf(body: BodySource, { media }: PageContext): readonly unknown[] {
  return body.mentions
    .map((name) => name.replace("tep:", ""))
    .map((file) => [media.picture(`${body.folder}/${file}`), media.file(`${body.folder}/${file}`)]);
}
