import type { TextRun } from "#search/query/excerpt.ts";
import type { ParsedQuery } from "#search/query/parse-query.ts";
import { SEARCH_KIND_LABELS } from "#search/record.ts";
import type { ResultPage } from "#search/result-page.ts";

/**
 * Makes the list item of one result: title, picture, section, place, date and excerpt, matches marked.
 *
 * @param texts cuts title and excerpt into marked runs
 * @param base base path of the portal.
 * @param typed the query as typed; the page it leads to marks it, too.
 */
export function resultItem(
  texts: Pick<typeof import("#search/query/excerpt.ts"), "excerptOf" | "markedRuns">,
  query: ParsedQuery,
  page: ResultPage,
  base: string,
  typed: string,
): HTMLLIElement {
  const address = (path: string): string => base + path.replace(/^\//, "");
  const { meta } = page;
  const item = element("li", "search-result");
  const { image, image_width: width, image_height: height } = meta;
  if (image !== undefined) {
    const picture = element("img", "search-result-picture");
    picture.src = address(image);
    picture.alt = "";
    picture.loading = "lazy";
    picture.decoding = "async";
    if (width !== undefined) picture.width = Number(width);
    if (height !== undefined) picture.height = Number(height);
    item.append(picture);
  }
  const text = element("div", "search-result-text");
  const kind = meta["kind"] ?? "";
  const labels: Readonly<Record<string, string>> = SEARCH_KIND_LABELS;
  const facts = [meta["section"] ?? labels[kind], meta["place"], dateText(meta["date"])].filter(
    (fact) => fact !== undefined && fact !== "",
  );
  const title = element("h2", "search-result-title");
  const link = element("a");
  link.href = `${address(page.url)}?${new URLSearchParams({ tim: typed }).toString()}`;
  link.append(...marked(texts.markedRuns(query, headline(meta["kicker"], meta["title"] ?? page.url))));
  title.append(link);
  const facts2 = element("p", "search-result-facts");
  facts2.textContent = facts.join(" · ");
  const excerpt = element("p", "search-result-excerpt");
  excerpt.append(...marked(texts.excerptOf(query, page)));
  text.append(title, facts2, excerpt);
  item.append(text);
  return item;
}

/** `Hà Giang: Sơ kết …`: the kicker before the title, with a colon where it has none. */
function headline(kicker: string | undefined, title: string): string {
  return kicker === undefined ? title : `${kicker.replace(/\s*:$/, "")}: ${title}`;
}

/** `2022-07-08T…` as `08/07/2022`: the day in the portal’s own zone, which the text has. */
function dateText(date: string | undefined): string {
  return date === undefined ? "" : date.slice(0, 10).split("-").reverse().join("/");
}

function marked(runs: readonly TextRun[]): readonly (string | HTMLElement)[] {
  return runs.map((run) => {
    if (!run.marked) return run.text;
    const mark = document.createElement("mark");
    mark.textContent = run.text;
    return mark;
  });
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  return made;
}
