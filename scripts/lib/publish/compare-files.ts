/** Differences between what a manifest lists and what is there. */
export interface Differences {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** There, but in no list: nobody published it. */
  readonly extra: readonly string[];
}

/**
 * Compares two sets of files by content.
 * @param wanted path → SHA-256 as published
 * @param found path → SHA-256 as it is; a manifest's own files may be left out of both
 */
export function compareFiles(
  wanted: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): Differences {
  return {
    changed: [...wanted]
      .filter(([path, sum]) => found.has(path) && found.get(path) !== sum)
      .map(([path]) => path),
    missing: [...wanted.keys()].filter((path) => !found.has(path)),
    extra: [...found.keys()].filter((path) => !wanted.has(path)),
  };
}

/** Tells whether nothing differs. */
export function isIntact(differences: Differences): boolean {
  return differences.changed.length + differences.missing.length + differences.extra.length === 0;
}
