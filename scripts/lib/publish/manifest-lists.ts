import {
  formatList,
  listNameOf,
  listNamesFor,
  listPath,
  listSubject,
  parseList,
  type ManifestRoot,
} from "#domain/manifest.ts";
import { sha256 } from "./hash-files.ts";

/** One list of a manifest. */
export interface ManifestList {
  /** `4f` or `4f1`. */
  readonly name: string;
  readonly text: string;
  /** Of the text. */
  readonly sha256: string;
  /** The root holds its sum; the sums of the others stand in the list above. */
  readonly isFirst: boolean;
}

/** A path with its SHA-256. */
type Entry = readonly [path: string, sha256: string];

/**
 * Shares files out among the manifest's lists and puts the lists of each level into those above.
 * @param levels see `ManifestRoot`
 * @returns all lists, sorted by name
 */
export function makeLists(files: Iterable<Entry>, levels: readonly number[]): readonly ManifestList[] {
  const made: ManifestList[] = [];
  const ofSubject = new Map<string, string>(); // a page and its compressed forms share one
  let groups = groupBy(files, ([path]) => {
    const subject = listSubject(path);
    const name = ofSubject.get(subject) ?? listNamesFor(sha256(subject), levels).at(-1) ?? "";
    ofSubject.set(subject, name);
    return name;
  });
  for (let level = Math.max(0, levels.length - 1); level >= 0; level -= 1) {
    const lists = [...groups].map(([name, entries]): ManifestList => {
      const text = formatList(entries);
      return { name, text, sha256: sha256(text), isFirst: level === 0 };
    });
    made.push(...lists);
    const digits = levels[level - 1] ?? 0;
    groups = groupBy(
      lists.map((list): Entry => [listPath(list.name), list.sha256]),
      ([path]) => (listNameOf(path) ?? "").slice(0, digits),
    );
  }
  return made.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Thrown where a manifest does not fit its own signature or sums. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
}

/** What the lists of a manifest hold. */
export interface ListedFiles {
  /** Path → SHA-256 of the release's files. */
  readonly files: ReadonlyMap<string, string>;
  /** Path → SHA-256 of the lists themselves. */
  readonly lists: ReadonlyMap<string, string>;
}

/**
 * Reads all lists of a manifest, level by level, each checked against the sum above it.
 * @param read the texts of the lists at some paths, in their order; an empty one for a list that is missing
 * @throws ManifestError where a list is another than was signed
 */
export async function readLists(
  root: ManifestRoot,
  read: (paths: readonly string[]) => readonly string[] | Promise<readonly string[]>,
): Promise<ListedFiles> {
  const files = new Map<string, string>();
  const lists = new Map<string, string>();
  let wanted: readonly Entry[] = Object.entries(root.lists).map(([name, sum]) => [listPath(name), sum]);
  while (wanted.length > 0) {
    const texts = await read(wanted.map(([path]) => path));
    const below: Entry[] = [];
    for (const [index, [path, sum]] of wanted.entries()) {
      lists.set(path, sum);
      for (const entry of checkList(path, sum, texts[index] ?? "")) {
        if (listNameOf(entry[0]) === null) files.set(...entry);
        else below.push(entry);
      }
    }
    wanted = below;
  }
  return { files, lists };
}

function checkList(path: string, sum: string, text: string): Iterable<Entry> {
  if (sha256(text) !== sum) throw new ManifestError(`${path} is not the list that was signed`);
  return parseList(text);
}

function groupBy(entries: Iterable<Entry>, nameOf: (entry: Entry) => string): ReadonlyMap<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = nameOf(entry);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  return groups;
}
