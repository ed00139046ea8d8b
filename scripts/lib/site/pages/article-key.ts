import { hash } from "node:crypto";
import type { Article } from "#domain/article.ts";
import { sectionTrail, type PageContext } from "./context.ts";

/**
 * Everything of an article, of its files and of what the registers say of it, in short: equal keys in builds by the same
 * program and with the same site view mean the same piece, whatever surrounds it. Taken once for each article.
 * @returns 20 hex digits.
 */
export function articleKey(article: Article, context: PageContext): string {
  const { keys } = memoryOf(context);
  let key = keys.get(article);
  if (key === undefined) keys.set(article, (key = short(wholeOf(article, context))));
  return key;
}

function wholeOf(article: Article, context: PageContext): string {
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
  return shared(context, `${section}\n${place ?? ""}\n${unit ?? ""}\n${topic ?? ""}`, () => {
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
  return shared(context, names, () => names);
}

/** A text that many articles share, in short. @param name tells the text from others. */
function shared(context: PageContext, name: string, text: () => string): string {
  const { texts } = memoryOf(context);
  let known = texts.get(name);
  if (known === undefined) texts.set(name, (known = short(text())));
  return known;
}

function short(text: string): string {
  return hash("sha1", text).slice(0, 20);
}

/** What was made short in one build. */
interface Memory {
  readonly keys: Map<Article, string>;
  readonly texts: Map<string, string>;
}

const memories = new WeakMap<PageContext, Memory>();

function memoryOf(context: PageContext): Memory {
  let memory = memories.get(context);
  if (memory === undefined) memories.set(context, (memory = { keys: new Map(), texts: new Map() }));
  return memory;
}
