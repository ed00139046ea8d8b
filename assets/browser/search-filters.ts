import { choicesOf, type FacetName, type Facets } from "./search-facets.ts";
import type { SearchState } from "./search-state.ts";

/** The filters of the search page, as the page itself drives them. */
export interface Filters {
  readonly isOpen: () => boolean;
  readonly open: () => void;
  /** Makes the filters visible: they wait for the first results. */
  readonly reveal: () => void;
  /** Fills the choices for a list of results. */
  readonly show: (ids: readonly string[], facets: Facets, state: SearchState) => void;
}

/** Connects the filters of layouts/components/search-filters.njk. */
export function startFilters(
  root: HTMLElement,
  on: { readonly onOpen: () => void; readonly onChange: (change: Partial<SearchState>) => void },
): Filters {
  const box = root.querySelector<HTMLDetailsElement>("[data-search-filters]");
  const sort = root.querySelector<HTMLSelectElement>("[data-search-sort]");
  const selects = Array.from(root.querySelectorAll<HTMLSelectElement>("[data-search-facet]"));
  const nameOf = (select: HTMLSelectElement): FacetName => select.dataset["searchFacet"] as FacetName; // the layout has no other
  box?.addEventListener("toggle", () => {
    if (box.open) on.onOpen();
  });
  for (const select of selects)
    select.addEventListener("change", () => on.onChange({ [nameOf(select)]: select.value }));
  sort?.addEventListener("change", () => on.onChange({ newestFirst: sort.value === "moi" }));
  root.querySelector("[data-search-clear]")?.addEventListener("click", () => {
    on.onChange({ section: "", place: "", year: "", kind: "", newestFirst: false });
  });
  const reveal = (): void => {
    if (box !== null) box.hidden = false;
  };
  return {
    isOpen: () => box?.open === true,
    open: () => {
      reveal();
      if (box !== null) box.open = true;
    },
    reveal,
    show(ids, facets, state) {
      if (sort !== null) sort.value = state.newestFirst ? "moi" : "";
      for (const select of selects) {
        const name = nameOf(select);
        const options = choicesOf(name, ids, facets, state).map(({ value, label, count }) => {
          const option = document.createElement("option");
          option.value = value;
          option.textContent = `${label} (${count.toLocaleString("vi")})`;
          return option;
        });
        select.replaceChildren(...Array.from(select.options).slice(0, 1), ...options);
        select.value = state[name];
      }
    },
  };
}
