import type { Article } from "#domain/article.ts";
import { paths } from "#domain/urls.ts";
import { versions } from "./article-head.ts";
import { articleKey } from "./article-key.ts";
import { cardKey } from "./cards.ts";
import type { PageContext } from "./context.ts";

/** See PageSpec: what `articleView` and `articleHead` read of this build. */
export function articleInputs(article: Article, context: PageContext): readonly unknown[] {
  const keyOf = (other: Article) => cardKey(other, context);
  const { newer, older, related, stream } = context.surroundings.of(article);
  return [
    articleKey(article, context),
    versions(article, context).map(keyOf),
    context.counts.views(context.url(paths.article(article.id))),
    ...[newer.map(keyOf), older.map(keyOf), related.map(keyOf), stream.map(keyOf)],
  ];
}
