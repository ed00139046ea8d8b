import type { Article } from "#domain/article.ts";
import { isoInstant } from "#domain/dates.ts";
import { paths } from "#domain/urls.ts";
import type { ArticleView, HeadView } from "../views/page.ts";
import type { PageContext } from "./context.ts";
import { headView } from "./head.ts";

/** All versions of a piece but this one. */
export function translations(article: Article, context: PageContext): ArticleView["translations"] {
  return versions(article, context)
    .filter((other) => other !== article)
    .map((other) => ({
      label: languageName(other.language),
      language: other.language,
      url: context.url(paths.article(other.id)),
    }));
}

/** The original and its translations, the piece itself among them. */
export function versions(article: Article, context: PageContext): readonly Article[] {
  const original = article.translationOf === null ? article : context.portal.byId.get(article.translationOf);
  if (original === undefined || original.withdrawn !== null) return [article];
  return [original, ...(context.portal.translations.get(original.id) ?? [])];
}

function languageName(code: string): string {
  const name = new Intl.DisplayNames(["vi"], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase("vi") + name.slice(1);
}

/** `<head>` of an article. */
export function articleHead(article: Article, context: PageContext): HeadView {
  const path = paths.article(article.id);
  const all = versions(article, context);
  const share = context.media.share(article.id);
  return headView(context, {
    path,
    title: article.title,
    description: article.lead,
    alternates:
      all.length < 2
        ? []
        : all.map((other) => ({ language: other.language, url: context.absolute(paths.article(other.id)) })),
    article: {
      language: article.language,
      shareImage: share === null ? null : context.absolute(share),
      imageAlt: article.cover?.alt ?? null,
      facts: {
        published: isoInstant(article.date.epoch),
        modified: isoInstant((article.updated ?? article.date).epoch),
        section: context.sectionLink(article.section).label,
        tags: article.tags,
        authors: article.authors.map(({ key, name }) => ({
          name,
          url: key === null ? null : context.absolute(paths.author(key)),
        })),
        source: article.source?.name ?? null,
        place:
          article.place === null ? null : (context.portal.editorial.places.get(article.place)?.name ?? null),
        images: pictureAddresses(article, context),
      },
    },
  });
}

/** Absolute addresses of the pictures that stand for an article. */
export function pictureAddresses(article: Article, context: PageContext): readonly string[] {
  if (article.cover === null) return [];
  const src = context.media.jpeg(`${article.folder}/${article.cover.file}`);
  return src === null ? [] : [context.portal.options.host.origin + src];
}
