import { hash } from "node:crypto";
import type { Article } from "#domain/article.ts";
import { neighbours, relatedArticles } from "#domain/related.ts";
import { paths } from "#domain/urls.ts";
import { versions } from "./article-head.ts";
import { cardView } from "./cards.ts";
import type { PageContext } from "./context.ts";
import type { PageInputs } from "./spec.ts";

/** Articles shown on either side in the section, and related ones. */
const NEIGHBOURS = 3;
const RELATED = 4;
/** Pieces of the story stream. */
const STREAM = 5;

/** Other pieces that an article's page shows. Whatever this reads of them, `piecesDigest` covers. */
export function surroundings(article: Article, { portal }: PageContext) {
  const { listings, positions } = portal;
  const list = listings.sections.get(article.section) ?? [];
  const { newer, older } = neighbours(article, list, positions, NEIGHBOURS);
  const skip = new Set([...newer, ...older].map(({ id }) => id));
  const chosen = article.related
    .flatMap((id) => portal.byId.get(id) ?? [])
    .filter((other) => other.withdrawn === null);
  const related = relatedArticles(article, listings, positions, { chosen, skip, count: RELATED });
  const topic = article.topic === null ? [] : (listings.topics.get(article.topic) ?? []);
  const told = neighbours(article, topic, positions, STREAM);
  const stream = [...told.newer.toReversed(), ...told.older].slice(0, STREAM);
  return { newer, older, related, stream };
}

/** See PageSpec: what `articleView` and `articleHead` read of this build. */
export function articleInputs(article: Article, context: PageContext): PageInputs {
  return {
    own() {
      const { folder, mentions, cover, audio, attachments } = article;
      const files = [
        ...mentions.map((name) => name.replace("tep:", "")),
        ...attachments.map(({ file }) => file),
      ];
      if (cover !== null) files.push(cover.file);
      if (audio !== null) files.push(audio.file);
      return [
        ...[article.id, article.hash],
        versions(article, context).map(({ id, hash }) => [id, hash]),
        files.map((file) => context.media.digest(`${folder}/${file}`)),
        context.media.share(article.id),
        context.counts.views(context.url(paths.article(article.id))),
      ];
    },
    others() {
      const { newer, older, related, stream } = surroundings(article, context);
      return [newer, older, related, stream].map((list) => list.map((other) => cardView(other, context)));
    },
  };
}

/**
 * Covers all that `surroundings` and its cards read of any public piece: while it stays the same, so do the other
 * pieces on every article's page, and only an article's own inputs can change its page.
 */
export function piecesDigest(context: PageContext): string {
  const { recent } = context.portal.listings;
  const read = recent.map((article) => {
    const { id, date, section, tags, topic, place } = article;
    return [id, date.epoch, section, tags, topic, place, cardView(article, context)];
  });
  return hash("sha256", JSON.stringify(read));
}
