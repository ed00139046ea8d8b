import { answerView } from "./search-answer.ts";
import { joinFacets, passes, type Facets } from "./search-facets.ts";
import { startFilters } from "./search-filters.ts";
import { failureBox } from "./search-failure.ts";
import { moveFocus } from "./search-keys.ts";
import { part } from "./search-part.ts";
import { programLoader } from "./search-program.ts";
import { showRecent } from "./search-recent-list.ts";
import { rememberQuery } from "./search-recent.ts";
import { isFiltered, readState, writeState, type SearchState } from "./search-state.ts";

const PAUSE = 180;
const SLOW = 1500;

/**
 * Makes the search page work: results while typing, filters, the query in the address, and clear words when
 * the index cannot be had. `root` is the element with `data-search-page` of layouts/search.njk.
 */
export function startSearchPage(root: HTMLElement): void {
  const base = root.dataset["base"] ?? "/";
  const form = part<HTMLFormElement>(root, "[data-search-form]");
  const input = part<HTMLInputElement>(form, "input");
  const list = part(root, "[data-search-results]");
  const program = programLoader(base);
  const failure = failureBox(part(root, "[data-search-failure]"), () => {
    if (program.isLost && navigator.onLine) location.reload();
    else void update(state, "none");
  });
  let state = readState(location.search);
  let facets: Facets | null = null;
  let run = 0;
  let pause = 0;

  const filters = startFilters(root, {
    onOpen: () => void update(state, "replace"),
    onChange: (change) => void update({ ...state, ...change }, "push"),
  });
  const choose = (query: string): void => {
    input.value = query;
    void update({ ...state, query }, "push");
  };
  const recent = showRecent(part(root, "[data-search-recent]"), choose);
  const view = answerView(root, base, choose);

  /** Tells later whether no other search has begun since now. */
  function sinceNow(): () => boolean {
    const own = run;
    return () => own === run;
  }

  async function update(next: SearchState, history: "push" | "replace" | "none"): Promise<void> {
    clearTimeout(pause);
    state = next;
    const address = `${location.pathname}${writeState(state)}`;
    if (history !== "none" && address !== location.pathname + location.search) {
      if (history === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    }
    document.title = document.title.replace(/^(?:“.*” – )?/, state.query === "" ? "" : `“${state.query}” – `);
    run += 1;
    const isLatest = sinceNow();
    failure.hide();
    if (state.query === "") {
      view.clear();
      recent.show();
      return;
    }
    recent.hide();
    const slow = setTimeout(() => {
      if (isLatest()) view.wait();
    }, SLOW);
    root.setAttribute("aria-busy", "true");
    try {
      const loaded = await program.load();
      const { search, index } = loaded;
      if (isFiltered(state) || state.newestFirst || filters.isOpen())
        facets ??= joinFacets(await index.facets());
      const known = facets;
      const answer = await search(state.query, index.reader, index.vocabulary, (id) =>
        known === null ? true : passes(known.get(id), state),
      );
      if (!isLatest()) return;
      const ids = answer.found.map(({ id }) => id);
      if (state.newestFirst && known !== null)
        ids.sort((a, b) => (known.get(b)?.day ?? 0) - (known.get(a)?.day ?? 0));
      await view.show({ answer, ids, state, program: loaded }, isLatest);
      clearTimeout(slow);
      if (!isLatest()) return;
      filters.reveal();
      if (known !== null) {
        const all = isFiltered(state)
          ? (await search(state.query, index.reader, index.vocabulary)).found
          : answer.found;
        if (isLatest())
          filters.show(
            all.map(({ id }) => id),
            known,
            state,
          );
      }
    } catch (error) {
      if (isLatest()) showFailure(error);
    } finally {
      clearTimeout(slow);
      if (isLatest()) root.removeAttribute("aria-busy");
    }
  }

  function showFailure(error: unknown): void {
    view.clear();
    failure.show(error);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    rememberQuery(input.value);
    void update({ ...state, query: input.value.trim() }, "push");
  });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => void update({ ...state, query: input.value.trim() }, "replace"), PAUSE);
  });
  list.addEventListener("click", () => rememberQuery(state.query));
  part(root, "[data-search-more] button").addEventListener(
    "click",
    () => void view.showMore(sinceNow()).catch(showFailure),
  );
  root.addEventListener("keydown", (event) => moveFocus(event, input, list));
  window.addEventListener("popstate", () => {
    state = readState(location.search);
    input.value = state.query;
    void update(state, "none");
  });

  input.value = state.query;
  if (isFiltered(state) || state.newestFirst) filters.open();
  if (state.query !== "") rememberQuery(state.query);
  else input.focus();
  void update(state, "none");
}
