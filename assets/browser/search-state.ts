/** What the search page shows; it stands in the address, so that it can be shared and the back button works. */
export interface SearchState {
  readonly query: string;
  /** Values of the filters, `""` for all. */
  readonly section: string;
  readonly place: string;
  readonly year: string;
  readonly kind: string;
  readonly newestFirst: boolean;
}

/** Names of the filters in the address. */
const PARAMETERS = { query: "q", section: "muc", place: "noi", year: "nam", kind: "loai" } as const;

/** Reads the state from an address’ query. @example readState('?q=ha+giang').query // 'ha giang' */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const value = (name: string): string => parameters.get(name)?.trim() ?? "";
  return {
    query: value(PARAMETERS.query),
    section: value(PARAMETERS.section),
    place: value(PARAMETERS.place),
    year: value(PARAMETERS.year),
    kind: value(PARAMETERS.kind),
    newestFirst: value("sap") === "moi",
  };
}

/** Writes the state as an address’ query, `""` for none. */
export function writeState(state: SearchState): string {
  const parameters = new URLSearchParams();
  for (const key of ["query", "section", "place", "year", "kind"] as const) {
    if (state[key] !== "") parameters.set(PARAMETERS[key], state[key]);
  }
  if (state.newestFirst) parameters.set("sap", "moi");
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/** Whether any filter is set. */
export function isFiltered(state: SearchState): boolean {
  return [state.section, state.place, state.year, state.kind].some((value) => value !== "");
}
