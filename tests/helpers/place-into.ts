import { Ledger } from "#site/output/ledger.ts";
import type { Place } from "#site/pictures/place.ts";

/** Places files below a folder as a build does. */
export function placeInto(folder: string): Place {
  const ledger = new Ledger(folder, folder, null);
  return (path, source, key) => ledger.place(path, source, key);
}
