import { hash } from "node:crypto";
import type { Article } from "#domain/article.ts";
import { sectionTrail, type PageContext } from "./context.ts";

/**
 * Everything of an article, of its files and of what the registers say of it, in short: equal keys in builds by the same
 * program and with the same site view mean the same piece, whatever surrounds it.
 */
export function articleKey(article: Article, context: PageContext): string {
  const { id, hash, folder, mentions, cover, audio, attachments } = article;
  let key = `${id}\n${hash}\n${standing(article, context)}\n${byline(article, context)}`;
  const add = (file: string) => (key += `\n${context.media.digest(`${folder}/${file}`)}`);
  if (cover !== null) add(cover.file);
  if (audio !== null) add(audio.file);
  for (const { file } of attachments) add(file);
  for (const name of mentions) add(name.replace("tep:", ""));
  return key;
}

/** What the registers say of an article's section, place, unit and topic; few articles differ in that. */
function standing({ section, place, unit, topic }: Article, context: PageContext): string {
  return shortly(context, `${section}\n${place ?? ""}\n${unit ?? ""}\n${topic ?? ""}`, () => {
    const { places, units, topics } = context.portal.editorial;
    return JSON.stringify([
      sectionTrail(section, context),
      place === null ? null : places.get(place),
      unit === null ? null : units.get(unit)?.name,
      topic === null ? null : topics.get(topic)?.name,
    ]);
  });
}

/** Authors and source, whose names the registers may have given. */
function byline({ authors, source }: Article, context: PageContext): string {
  let names = source === null ? "" : `${source.name}\n${source.link ?? ""}`;
  for (const { name, unit } of authors) names += `\n${name}\n${unit ?? ""}`;
  return shortly(context, names, () => names);
}

const known = new WeakMap<PageContext, Map<string, string>>();

/** A text that many articles share, in a few characters: short keys are quicker to compare. @param name tells the text from others. */
function shortly(context: PageContext, name: string, text: () => string): string {
  const shorts = known.get(context) ?? new Map<string, string>();
  known.set(context, shorts);
  let short = shorts.get(name);
  if (short === undefined) shorts.set(name, (short = hash("sha1", text()).slice(0, 20)));
  return short;
}
