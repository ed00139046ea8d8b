import type { Article, Figure, Format } from "#domain/article.ts";
import { paths } from "#domain/urls.ts";
import type { CardView, FigureView, PictureView } from "../views/common.ts";
import type { PageContext } from "./context.ts";
import { dateView } from "./dates.ts";

const BADGES: Readonly<Record<Format, string | null>> = {
  news: null,
  photo: "Ảnh",
  video: "Video",
  audio: "Âm thanh",
  infographic: "Đồ họa",
};

/** An article as lists show it; made once for each article and shared by all lists. */
export function cardView(article: Article, context: PageContext): CardView {
  const known = context.cards.get(article);
  if (known !== undefined) return known;
  const path = paths.article(article.id);
  const card: CardView = {
    url: context.url(path),
    path: context.url(path),
    title: article.title,
    kicker: article.kicker,
    lead: article.lead,
    section: context.sectionLink(article.section),
    date: dateView(article.date),
    picture: article.cover === null ? null : pictureView(article, article.cover, context, { small: true }),
    badge: BADGES[article.format],
    language: article.language,
  };
  return context.cards.add(article, card, cardKey(article, context));
}

/** A short name for all that `cardView` reads: equal keys in builds by the same program and for one host mean equal cards. */
export function cardKey(article: Article, { cards, media, sectionKey }: PageContext): string {
  return cards.key(article, () => {
    const { cardHash, folder, cover } = article;
    const card = `${cardHash}-${sectionKey(article.section)}`;
    return cover === null ? card : `${card}-${media.digest(`${folder}/${cover.file}`)}`;
  });
}

/**
 * A picture with its words; `null` where the file could not be prepared (which is an error of the build).
 * @param as.small whether browsers that know only JPEG get one for lists.
 */
export function pictureView(
  item: { readonly folder: string },
  figure: Figure,
  context: PageContext,
  { small } = { small: false },
): PictureView | null {
  const source = context.media.picture(`${item.folder}/${figure.file}`);
  if (!source.ok) return null;
  const { width, height, src, thumbnail, sources } = source.value;
  return { alt: figure.alt, width, height, src: small ? thumbnail : src, sources };
}

/** A picture with caption and credit; the credit as pages show it: `Ảnh: My Ly`. */
export function figureView(
  item: { readonly folder: string },
  figure: Figure | null,
  context: PageContext,
): FigureView | null {
  const picture = figure === null ? null : pictureView(item, figure, context);
  return figure === null || picture === null
    ? null
    : { picture, caption: figure.caption, credit: figure.credit === null ? null : `Ảnh: ${figure.credit}` };
}
