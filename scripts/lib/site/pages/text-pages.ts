import type { TextEntry } from "#domain/library.ts";
import { paths } from "#domain/urls.ts";
import type { TextPage } from "../views/page.ts";
import { attachmentViews, breadcrumb, type PageContext } from "./context.ts";
import { dateView } from "./dates.ts";
import { headView } from "./head.ts";
import { plainSearchEntry } from "./search-entry.ts";
import { bodySource, type PageSpec } from "./spec.ts";

/** About, contact, privacy, accessibility, imprint, how-to: the pages of content/pages. */
export function textPages(context: PageContext): readonly PageSpec[] {
  return context.portal.texts.map((entry) => textPage(entry, context));
}

function textPage(entry: TextEntry, context: PageContext): PageSpec {
  const path = paths.text(entry.path);
  const { texts } = context.portal;
  return {
    path,
    file: entry.file,
    body: bodySource(entry),
    sitemap: { modified: entry.updated?.epoch ?? null, images: [], news: null },
    search: () =>
      plainSearchEntry("trang", entry, {
        date: entry.updated === null ? null : dateView(entry.updated).iso,
      }),
    view: (): TextPage => {
      const trail = breadcrumb(
        ...ancestors(entry, texts).map((above) => textLink(above, context)),
        entry.title,
      );
      return {
        layout: "page",
        path,
        url: context.url(path),
        language: context.site.language,
        head: headView(context, {
          path,
          title: entry.title,
          description: entry.lead ?? entry.title,
        }),
        breadcrumb: trail,
        menuUrl: context.url(path),
        text: {
          title: entry.title,
          lead: entry.lead,
          body: "",
          toc: [],
          updated: entry.updated === null ? null : dateView(entry.updated),
          siblings: relatives(entry, texts).map((other) => textLink(other, context)),
          attachments: attachmentViews(entry, context),
        },
      };
    },
  };
}

function textLink(entry: TextEntry, context: PageContext) {
  return { label: entry.title, url: context.url(paths.text(entry.path)) };
}

function ancestors(entry: TextEntry, texts: readonly TextEntry[]): readonly TextEntry[] {
  return texts
    .filter((other) => entry.path.startsWith(`${other.path}/`))
    .toSorted((a, b) => a.path.length - b.path.length);
}

/** Pages of the same chapter: those in the same folder, or below a page that heads a chapter. */
function relatives(entry: TextEntry, texts: readonly TextEntry[]): readonly TextEntry[] {
  const children = texts.filter(({ path }) => parentOf(path) === entry.path);
  if (children.length > 0) return children;
  const parent = parentOf(entry.path);
  return parent === "" ? [] : texts.filter((other) => other !== entry && parentOf(other.path) === parent);
}

function parentOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}
