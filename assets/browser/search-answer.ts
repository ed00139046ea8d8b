import type { Answer } from "#search/query/search.ts";
import type { ResultPage } from "#search/result-page.ts";
import { part } from "./search-part.ts";
import type { SearchProgram } from "./search-program.ts";
import { resultItem } from "./search-result.ts";
import { isFiltered, type SearchState } from "./search-state.ts";

/** An answer with all that it takes to show it. */
export interface ReadyAnswer {
  readonly answer: Answer;
  /** The results in the order to show. */
  readonly ids: readonly string[];
  readonly state: SearchState;
  readonly program: SearchProgram;
}

/** Where the page shows answers: how many results, what may have been meant, and the results, a few at once. */
export interface AnswerView {
  /** Says that an answer takes long. */
  readonly wait: () => void;
  readonly clear: () => void;
  /** Reads the first results and shows them, if `isWanted` still. @throws the index reader’s error. */
  readonly show: (ready: ReadyAnswer, isWanted: () => boolean) => Promise<void>;
  /** Reads a few more results and adds them, if `isWanted` still; the first of them takes the focus. */
  readonly showMore: (isWanted: () => boolean) => Promise<void>;
}

const SHOWN_AT_ONCE = 10;

/**
 * Makes the view of answers.
 *
 * @param root the element with `data-search-page` of layouts/search.njk.
 * @param base base path of the portal.
 * @param onGuess gets the words that the reader says were meant.
 * @throws Error where the layout lacks an element.
 * @example await answerView(root, "/", search).show(ready, () => true)
 */
export function answerView(root: HTMLElement, base: string, onGuess: (query: string) => void): AnswerView {
  const status = part(root, "[data-search-status]");
  const suggestion = part(root, "[data-search-suggestion]");
  const list = part(root, "[data-search-results]");
  const more = part(root, "[data-search-more]");
  let shown: ReadyAnswer | null = null;

  const read = ({ ids, program }: ReadyAnswer, from: number): Promise<readonly ResultPage[]> =>
    Promise.all(ids.slice(from, from + SHOWN_AT_ONCE).map(program.index.reader.page));
  const itemsOf = (
    { answer, state, program }: ReadyAnswer,
    pages: readonly ResultPage[],
  ): readonly HTMLElement[] =>
    pages.map((page) => resultItem(program.texts, answer.query, page, base, state.query));

  /** “Did you mean”: nothing was found, but words that the portal has are near. */
  function offer(guess: string | null): void {
    suggestion.hidden = guess === null;
    if (guess === null) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "action";
    button.textContent = guess;
    button.addEventListener("click", () => onGuess(guess));
    suggestion.replaceChildren("Có phải bạn muốn tìm: ", button);
  }

  return {
    wait() {
      status.textContent = "Đang tải dữ liệu tìm kiếm…";
    },
    clear() {
      shown = null;
      list.replaceChildren();
      status.textContent = "";
      suggestion.hidden = true;
      more.hidden = true;
    },
    async show(ready, isWanted) {
      const pages = await read(ready, 0);
      if (!isWanted()) return;
      const { answer, ids, state, program } = ready;
      shown = ready;
      list.replaceChildren(...itemsOf(ready, pages));
      more.hidden = ids.length <= SHOWN_AT_ONCE;
      status.textContent = countText(ids.length, state);
      if (pages[0] === undefined) {
        offer(program.texts.guessOf(answer.query));
        return;
      }
      const meant = program.texts.suggestionOf(answer.query, pages[0]);
      suggestion.hidden = meant === null || meant.toLowerCase() === state.query.toLowerCase();
      if (meant !== null) suggestion.textContent = `Đang hiện kết quả cho: “${meant}”.`;
    },
    async showMore(isWanted) {
      if (shown === null) return;
      const ready = shown;
      const pages = await read(ready, list.children.length);
      if (!isWanted()) return;
      const items = itemsOf(ready, pages);
      list.append(...items);
      more.hidden = list.children.length >= ready.ids.length;
      items[0]?.querySelector("a")?.focus();
    },
  };
}

function countText(count: number, state: SearchState): string {
  const about = `cho “${state.query}”${isFiltered(state) ? " với các bộ lọc đã chọn" : ""}`;
  if (count > 0) return `${count.toLocaleString("vi")} kết quả ${about}.`;
  return `Không tìm thấy trang nào ${about}. Xin thử ít từ hơn, tên địa phương, số văn bản hoặc ngày.`;
}
