import type { Article } from "#domain/article.ts";
import type { PageContext } from "./context.ts";

/**
 * Tells an article with its files in short, taken once for each: equal keys in builds with equal registers, site view
 * and program mean an equal card, text and attachments.
 */
export function articleKey(article: Article, { cards, media }: PageContext): string {
  return cards.key(article, () => {
    const { id, hash, folder, mentions, cover, audio, attachments } = article;
    let key = `${id}\n${hash}`;
    const add = (file: string) => (key += `\n${media.digest(`${folder}/${file}`)}`);
    if (cover !== null) add(cover.file);
    if (audio !== null) add(audio.file);
    for (const { file } of attachments) add(file);
    for (const name of mentions) add(name.replace("tep:", ""));
    return key;
  });
}
