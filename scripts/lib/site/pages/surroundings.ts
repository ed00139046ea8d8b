import { hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Article } from "#domain/article.ts";
import { neighbours, relatedArticles } from "#domain/related.ts";
import type { Portal } from "../portal.ts";

/** Other pieces that an article's page shows. */
export interface Surroundings {
  /** Of the section, nearest first. */
  readonly newer: readonly Article[];
  readonly older: readonly Article[];
  readonly related: readonly Article[];
  /** Of the topic, newest first. */
  readonly stream: readonly Article[];
}

/** The surroundings of a portal's articles, each found once. */
export interface SurroundingsIndex {
  of(article: Article): Surroundings;
  /** Remembers them for the next build, where all of the portal's articles were asked for. */
  save(): void;
}

/** Articles shown on either side in the section, and related ones. */
const NEIGHBOURS = 3;
const RELATED = 4;
/** Pieces of the story stream. */
const STREAM = 5;

/** Places of the pieces in the portal's list of recent ones: newer, older, related, stream. */
type Places = readonly (readonly number[])[];

/**
 * Finds surroundings, or remembers them: they depend on where pieces stand, not on what they say, so an edited text or
 * title leaves them alone.
 * @param memory.cache the cache folder. @param memory.program fingerprint of the program. `null`: remember nothing.
 */
export function openSurroundings(
  portal: Portal,
  memory: { readonly cache: string; readonly program: string } | null,
): SurroundingsIndex {
  const { recent } = portal.listings;
  const file = memory === null ? null : join(memory.cache, "surroundings.json");
  const key = file === null ? "" : keyOf(portal, memory?.program ?? "");
  const remembered = file === null ? null : readPlaces(file, key);
  const placeOf = new Map(recent.map((article, place) => [article, place]));
  const found = new Map<Article, Surroundings>();

  return {
    of(article) {
      const places = remembered?.[placeOf.get(article) ?? -1];
      if (places !== undefined) return atPlaces(places, recent); // Quicker than keeping it.
      let surroundings = found.get(article);
      if (surroundings === undefined) {
        surroundings = surroundingsOf(article, portal);
        found.set(article, surroundings);
      }
      return surroundings;
    },
    save() {
      if (file === null || remembered !== null || !recent.every((article) => found.has(article))) return;
      const places = recent.map((article) => {
        const { newer = [], older = [], related = [], stream = [] } = found.get(article) ?? {};
        return [newer, older, related, stream].map((list) => list.map((other) => placeOf.get(other)));
      });
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.${process.pid}`, JSON.stringify({ key, places }));
      renameSync(`${file}.${process.pid}`, file);
    },
  };
}

/** Covers all that `surroundingsOf` reads. */
function keyOf({ listings, editorial }: Portal, program: string): string {
  const tree = Array.from(editorial.sections.values(), ({ key, parent }) => [key, parent]);
  const standing = listings.recent.map(({ id, date, section, tags, topic, place, related }) => [
    ...[id, date.epoch, section, topic, place],
    ...[tags, related],
  ]);
  return hash("sha256", JSON.stringify([program, tree, standing]));
}

function surroundingsOf(article: Article, { listings, positions, byId }: Portal): Surroundings {
  const list = listings.sections.get(article.section) ?? [];
  const { newer, older } = neighbours(article, list, positions, NEIGHBOURS);
  const skip = new Set([...newer, ...older].map(({ id }) => id));
  const chosen = article.related
    .flatMap((id) => byId.get(id) ?? [])
    .filter((other) => other.withdrawn === null);
  const related = relatedArticles(article, listings, positions, { chosen, skip, count: RELATED });
  const topic = article.topic === null ? [] : (listings.topics.get(article.topic) ?? []);
  const told = neighbours(article, topic, positions, STREAM);
  const stream = [...told.newer.toReversed(), ...told.older].slice(0, STREAM);
  return { newer, older, related, stream };
}

function atPlaces([newer, older, related, stream]: Places, recent: readonly Article[]): Surroundings {
  const at = (list: readonly number[] = []): readonly Article[] =>
    list.map((place) => {
      const article = recent[place];
      if (article === undefined) throw new RangeError(`There is no piece at ${place}.`); // The key covers their number.
      return article;
    });
  return { newer: at(newer), older: at(older), related: at(related), stream: at(stream) };
}

function readPlaces(file: string, key: string): readonly Places[] | null {
  try {
    // Written by save() above, renamed when complete.
    const stored = JSON.parse(readFileSync(file, "utf8")) as { key: string; places: readonly Places[] };
    return stored.key === key ? stored.places : null;
  } catch {
    return null; // Not made yet, or not ours: found anew.
  }
}
