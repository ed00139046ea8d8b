import type { Answer } from "#search/query/search.ts";
import { joinFacets, passes, type Facets } from "./search-facets.ts";
import { startFilters } from "./search-filters.ts";
import { failureBox } from "./search-failure.ts";
import { moveFocus } from "./search-keys.ts";
import { programLoader, type SearchProgram } from "./search-program.ts";
import { showRecent } from "./search-recent-list.ts";
import { rememberQuery } from "./search-recent.ts";
import { resultItem } from "./search-result.ts";
import { isFiltered, readState, writeState, type SearchState } from "./search-state.ts";

const PAUSE = 180;
const SLOW = 1500;
const SHOWN_AT_ONCE = 10;

/**
 * Makes the search page work: results while typing, filters, the query in the address, and clear words when
 * the index cannot be had. `root` is the element with `data-search-page` of layouts/search.njk.
 */
export function startSearchPage(root: HTMLElement): void {
  const base = root.dataset["base"] ?? "/";
  const form = part<HTMLFormElement>(root, "[data-search-form]");
  const input = part<HTMLInputElement>(form, "input");
  const status = part(root, "[data-search-status]");
  const suggestion = part(root, "[data-search-suggestion]");
  const list = part(root, "[data-search-results]");
  const more = part(root, "[data-search-more]");
  const program = programLoader(base);
  const failure = failureBox(part(root, "[data-search-failure]"), () => {
    if (program.isLost && navigator.onLine) location.reload();
    else void update(state, "none");
  });
  let state = readState(location.search);
  let facets: Facets | null = null;
  let run = 0;
  let shown: { readonly answer: Answer; readonly ids: readonly string[]; readonly query: string } | null =
    null;
  let pause = 0;

  const filters = startFilters(root, {
    onOpen: () => void update(state, "replace"),
    onChange: (change) => void update({ ...state, ...change }, "push"),
  });
  const recent = showRecent(part(root, "[data-search-recent]"), (query) => {
    input.value = query;
    void update({ ...state, query }, "push");
  });

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
    const own = run;
    failure.hide();
    if (state.query === "") {
      showNothing();
      return;
    }
    recent.hide();
    const slow = setTimeout(() => {
      if (own === run) status.textContent = "Đang tải dữ liệu tìm kiếm…";
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
      if (own !== run) return;
      await show(answer, own, loaded);
      if (known !== null && own === run) {
        const all = isFiltered(state)
          ? (await search(state.query, index.reader, index.vocabulary)).found
          : answer.found;
        if (own === run)
          filters.show(
            all.map(({ id }) => id),
            known,
            state,
          );
      }
    } catch (error) {
      if (own === run) showFailure(error);
    } finally {
      clearTimeout(slow);
      if (own === run) root.removeAttribute("aria-busy");
    }
  }

  async function show(answer: Answer, own: number, { texts, index }: SearchProgram): Promise<void> {
    const known = facets;
    const ids = answer.found.map(({ id }) => id);
    if (state.newestFirst && known !== null)
      ids.sort((a, b) => (known.get(b)?.day ?? 0) - (known.get(a)?.day ?? 0));
    const first = await Promise.all(ids.slice(0, SHOWN_AT_ONCE).map(index.reader.page));
    if (own !== run) return;
    shown = { answer, ids, query: state.query };
    list.replaceChildren(...first.map((page) => resultItem(texts, answer.query, page, base, state.query)));
    filters.reveal();
    more.hidden = ids.length <= SHOWN_AT_ONCE;
    status.textContent = countText(ids.length, state);
    if (first[0] === undefined) {
      offer(texts.guessOf(answer.query));
      return;
    }
    const meant = texts.suggestionOf(answer.query, first[0]);
    suggestion.hidden = meant === null || meant.toLowerCase() === state.query.toLowerCase();
    if (meant !== null) suggestion.textContent = `Đang hiện kết quả cho: “${meant}”.`;
  }

  /** “Did you mean”: nothing was found, but words that the portal has are near. */
  function offer(guess: string | null): void {
    suggestion.hidden = guess === null;
    if (guess === null) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "action";
    button.textContent = guess;
    button.addEventListener("click", () => {
      input.value = guess;
      void update({ ...state, query: guess }, "push");
    });
    suggestion.replaceChildren("Có phải bạn muốn tìm: ", button);
  }

  async function showMore(): Promise<void> {
    if (shown === null) return;
    const { answer, ids, query } = shown;
    const own = run;
    const before = list.children.length;
    const { texts, index } = await program.load();
    const pages = await Promise.all(ids.slice(before, before + SHOWN_AT_ONCE).map(index.reader.page));
    if (own !== run) return;
    const items = pages.map((page) => resultItem(texts, answer.query, page, base, query));
    list.append(...items);
    more.hidden = list.children.length >= ids.length;
    items[0]?.querySelector("a")?.focus();
  }

  function showNothing(): void {
    shown = null;
    list.replaceChildren();
    status.textContent = "";
    suggestion.hidden = true;
    more.hidden = true;
    recent.show();
  }

  function showFailure(error: unknown): void {
    list.replaceChildren();
    more.hidden = true;
    suggestion.hidden = true;
    status.textContent = "";
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
  part(more, "button").addEventListener("click", () => void showMore().catch(showFailure));
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

function countText(count: number, state: SearchState): string {
  const about = `cho “${state.query}”${isFiltered(state) ? " với các bộ lọc đã chọn" : ""}`;
  if (count > 0) return `${count.toLocaleString("vi")} kết quả ${about}.`;
  return `Không tìm thấy trang nào ${about}. Xin thử ít từ hơn, tên địa phương, số văn bản hoặc ngày.`;
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the layout, not the caller, fixes the type of the element
function part<T extends HTMLElement = HTMLElement>(root: HTMLElement, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (found === null) throw new Error(`the search page has no ${selector}`);
  return found;
}
