import { hash } from "node:crypto";
import type { Attachment } from "#domain/article.ts";
import { lineage } from "#domain/listings.ts";
import { absolute, paths, withBase } from "#domain/urls.ts";
import type { AttachmentView, LinkView } from "../views/common.ts";
import type { SiteView } from "../views/site.ts";
import type { Media } from "../media.ts";
import type { Portal } from "../portal.ts";
import type { SiteFacts } from "../structured-data/facts.ts";
import { CardDeck } from "./card-deck.ts";
import { siteFacts } from "./facts.ts";
import { openSurroundings, type SurroundingsIndex } from "./surroundings.ts";
import type { CounterNumbers } from "./counter.ts";

/** What every function that makes a page is given. */
export interface PageContext {
  readonly portal: Portal;
  readonly site: SiteView;
  readonly media: Media;
  readonly counts: CounterNumbers;
  readonly facts: SiteFacts;
  /** Cards made so far. */
  readonly cards: CardDeck;
  readonly surroundings: SurroundingsIndex;
  /** A path with the base path before it. */
  readonly url: (path: string) => string;
  /** The absolute address of a path. */
  readonly absolute: (path: string) => string;
  readonly sectionLink: (key: string) => LinkView;
  /** Changes with what `sectionLink` says of a section: 8 hex digits. */
  readonly sectionKey: (key: string) => string;
}

/** Makes the context of one build. */
export function makeContext(
  portal: Portal,
  site: SiteView,
  media: Media,
  counts: CounterNumbers,
  surroundings: SurroundingsIndex = openSurroundings(portal, null),
): PageContext {
  const { host } = portal.options;
  const sectionLink = remembered((key): LinkView => {
    const label = portal.editorial.sections.get(key)?.name ?? key;
    return { label, url: withBase(host, paths.section(key)) };
  });
  return {
    portal,
    site,
    media,
    counts,
    facts: siteFacts(site, portal.editorial, host),
    cards: new CardDeck(),
    surroundings,
    url: (path) => withBase(host, path),
    absolute: (path) => absolute(host, path),
    sectionLink,
    sectionKey: remembered((key) => hash("sha1", JSON.stringify(sectionLink(key))).slice(0, 8)),
  };
}

/** Asks for each key once. */
function remembered<Value>(of: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = of(key)));
    return value;
  };
}

/** Breadcrumb below the front page; the last entry is the page itself and has no link. */
export function breadcrumb(...steps: readonly (LinkView | string)[]) {
  return steps.map((step) => (typeof step === "string" ? { label: step, url: null } : step));
}

/** Links to a section's ancestors and itself, outermost first. */
export function sectionTrail(key: string, context: PageContext): readonly LinkView[] {
  return lineage(key, context.portal.editorial.sections)
    .toReversed()
    .map((step) => context.sectionLink(step));
}

/** Files to download, in the editor's order; those that could not be prepared are errors of the build and left out. */
export function attachmentViews(
  item: { readonly folder: string; readonly attachments: readonly Attachment[] },
  context: PageContext,
): readonly AttachmentView[] {
  return item.attachments.flatMap(({ file, title }) => {
    const source = context.media.file(`${item.folder}/${file}`);
    return source.ok
      ? [{ title, url: source.value.url, type: source.value.type, size: source.value.size }]
      : [];
  });
}
