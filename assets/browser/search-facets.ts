import type { FacetTable } from "#search/manifest.ts";
import { SEARCH_KIND_LABELS } from "#search/record.ts";
import { isFiltered, type SearchState } from "./search-state.ts";

/** The values of a page that filters ask for. */
export interface PageFacets {
  readonly section: string;
  readonly place: string;
  readonly year: string;
  readonly kind: string;
  /** `20220708`, 0 for none. */
  readonly day: number;
}

/** A choice of a filter with the number of results it leaves. */
export interface FacetChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export type FacetName = "section" | "place" | "year" | "kind";
export type Facets = ReadonlyMap<string, PageFacets>;

/** Joins the tables of all parts. */
export function joinFacets(tables: readonly FacetTable[]): Facets {
  const kinds = Object.keys(SEARCH_KIND_LABELS);
  const joined = new Map<string, PageFacets>();
  for (const { sections, places, pages } of tables) {
    for (const [id, [section, place, kind, day]] of Object.entries(pages)) {
      joined.set(id, {
        section: sections[section] ?? "",
        place: places[place] ?? "",
        year: day === 0 ? "" : String(day).slice(0, 4),
        kind: kinds[kind] ?? "",
        day,
      });
    }
  }
  return joined;
}

/** Whether a page passes the filters, all but the one named. */
export function passes(
  facets: PageFacets | undefined,
  state: SearchState,
  except: FacetName | null = null,
): boolean {
  if (!isFiltered(state)) return true;
  if (facets === undefined) return false;
  return (["section", "place", "year", "kind"] as const).every(
    (name) => name === except || state[name] === "" || state[name] === facets[name],
  );
}

/** The choices of one filter among the results, years newest first, others most frequent first. */
export function choicesOf(
  name: FacetName,
  ids: readonly string[],
  facets: Facets,
  state: SearchState,
): readonly FacetChoice[] {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const page = facets.get(id);
    if (page !== undefined && page[name] !== "" && passes(page, state, name))
      counts.set(page[name], (counts.get(page[name]) ?? 0) + 1);
  }
  if (state[name] !== "" && !counts.has(state[name])) counts.set(state[name], 0);
  const labels: Readonly<Record<string, string>> = name === "kind" ? SEARCH_KIND_LABELS : {};
  return [...counts]
    .map(([value, count]) => ({ value, label: labels[value] ?? value, count }))
    .sort((a, b) =>
      name === "year"
        ? Number(b.value) - Number(a.value)
        : b.count - a.count || a.label.localeCompare(b.label, "vi"),
    );
}
