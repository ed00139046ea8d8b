/**
 * The visitor counter's widget: one request for each page view, numbers into elements that are there already.
 *
 * - `[data-counter]` with `data-endpoint` (`/api/hit`) and `data-path` (the page, with the base path, ASCII). Where either is
 *   missing - preview builds, the error page - nothing is sent.
 * - `[data-stat="online|day|week|month|year|total"]`: the six lines.
 * - `[data-views=""]`: views of this page. `[data-views="/2022/07/slug/"]`: views of an item of the most-viewed list.
 * - `[data-most-viewed]`: its items are put in order again; none is added or removed, so the list keeps its height.
 * - The line around `[data-counter-asof]` becomes invisible, keeping its place: the numbers are those of now.
 *
 * A reader who asked not to be tracked (GPC, DNT) only reads. A prerendered page counts when it is looked at. When the
 * counter does not answer, the numbers of the build stay. No cookie, no storage, no retry.
 */

/** The six lines by name, `views` of the page, and the most-viewed list where it was asked for. */
type Answer = Readonly<Record<string, number>> & {
  readonly top?: readonly { readonly path: string; readonly views: number }[];
};

/** Counts this view and refreshes the numbers. @example startCounter(document) */
export function startCounter(root: Document): void {
  const { endpoint, path } = root.querySelector<HTMLElement>("[data-counter]")?.dataset ?? {};
  if (!endpoint || !path) return;
  const list = root.querySelector("[data-most-viewed]");
  // Neither `globalPrivacyControl` nor `prerendering` is in TypeScript's DOM library yet.
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & {
    readonly globalPrivacyControl?: boolean;
  };
  const reads = globalPrivacyControl || doNotTrack === "1";

  const fill = (selector: string, n = 0): void =>
    root.querySelectorAll<HTMLDataElement>(`[data-${selector}]`).forEach((element) => {
      element.textContent = n.toLocaleString("vi-VN");
      element.value = `${n}`;
    });
  const show = (answer: Answer): void => {
    for (const line in answer) fill(`stat=${line}`, answer[line]);
    fill('views=""', answer["views"]);
    answer.top?.forEach(({ path, views }) => fill(`views="${path}"`, views));
    list?.append(...[...list.children].sort((a, b) => viewsOf(b) - viewsOf(a)));
    const asOf = root.querySelector<HTMLElement>("[data-counter-asof]")?.parentElement;
    if (asOf) asOf.style.visibility = "hidden";
  };
  const count = (): unknown =>
    fetch(`${reads ? endpoint.replace("hit", "stats") : endpoint}?p=${path}${list ? "&top" : ""}`, {
      method: reads ? "GET" : "POST",
      keepalive: true,
    })
      .then(async (response) => response.ok && show((await response.json()) as Answer))
      .catch(() => 0);
  if ((root as Document & { readonly prerendering?: boolean }).prerendering)
    root.addEventListener("prerenderingchange", count, { once: true });
  else count();
}

function viewsOf(item: Element): number {
  return +(item.querySelector("data")?.value ?? 0);
}
