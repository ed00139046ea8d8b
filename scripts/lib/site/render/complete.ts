import type { RenderedBody } from "../markdown/types.ts";
import type { Page } from "../pages/spec.ts";
import { qrCode } from "../pictures/qr-code.ts";
import type { SiteFacts } from "../structured-data/facts.ts";
import { jsonLd } from "../structured-data/json-ld.ts";

/** Words read in a minute, silently, of Vietnamese prose written as syllables. */
const WORDS_A_MINUTE = 250;
/** A piece gets a table of contents from this many words and headings on. */
const LONG_WORDS = 600;
const LONG_HEADINGS = 3;

/**
 * Adds to a page what follows from its text (body, table of contents, reading time) and from the view itself (JSON-LD,
 * QR codes). Kept apart from the view so that an unchanged page needs none of it.
 * @param rendered the page's text, `null` where it has none.
 */
export function completePage(view: Page, rendered: RenderedBody | null, site: SiteFacts): Page {
  const page: Page = { ...view, head: completeHead(view, site) };
  if (rendered === null) return page;
  const { html: body } = rendered;
  const toc = rendered.words >= LONG_WORDS && rendered.toc.length >= LONG_HEADINGS ? rendered.toc : [];
  switch (page.layout) {
    case "article":
      return {
        ...page,
        article: {
          ...page.article,
          body,
          toc,
          readingMinutes: Math.max(1, Math.round(rendered.words / WORDS_A_MINUTE)),
          qr: qrCode(page.article.permalink),
          verifyQr: qrCode(new URL(page.article.verifyUrl, page.article.permalink).href, "paper"),
        },
      };
    case "notice":
      return { ...page, notice: { ...page.notice, body } };
    case "document":
      return { ...page, document: { ...page.document, body } };
    case "page":
      return { ...page, text: { ...page.text, body, toc } };
    default:
      return page;
  }
}

function completeHead({ head, language, breadcrumb }: Page, site: SiteFacts): Page["head"] {
  const { facts, description } = head;
  if (facts === null) return head;
  return { ...head, jsonLd: jsonLd({ ...facts, description, language, breadcrumb }, site) };
}
