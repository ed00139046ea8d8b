import type { Article } from "#domain/article.ts";
import { paths } from "#domain/urls.ts";
import { versions } from "./article-head.ts";
import { cardKey } from "./cards.ts";
import type { PageContext } from "./context.ts";

/** See PageSpec: what `articleView` and `articleHead` read of this build. */
export function articleInputs(article: Article, context: PageContext): readonly unknown[] {
  const { folder, mentions, cover, audio, attachments } = article;
  const files = [...mentions.map((name) => name.replace("tep:", "")), ...attachments.map(({ file }) => file)];
  if (cover !== null) files.push(cover.file);
  if (audio !== null) files.push(audio.file);
  const { newer, older, related, stream } = context.surroundings.of(article);
  return [
    ...[article.id, article.hash],
    versions(article, context).map(({ id, hash }) => [id, hash]),
    files.map((file) => context.media.digest(`${folder}/${file}`)),
    context.media.share(article.id),
    context.counts.views(context.url(paths.article(article.id))),
    [newer, older, related, stream].map((list) => list.map((other) => cardKey(other, context))),
  ];
}
