import { forgetQueries, recentQueries } from "./search-recent.ts";

/** Shows the reader’s latest queries while nothing is searched. */
export function showRecent(
  section: HTMLElement,
  onChoose: (query: string) => void,
): { readonly show: () => void; readonly hide: () => void } {
  const list = section.querySelector("ul");
  section.querySelector("button")?.addEventListener("click", () => {
    forgetQueries();
    section.hidden = true;
  });
  return {
    show() {
      const queries = recentQueries();
      section.hidden = queries.length === 0;
      list?.replaceChildren(
        ...queries.map((query) => {
          const button = document.createElement("button");
          button.type = "button";
          button.className = "action";
          button.textContent = query;
          button.addEventListener("click", () => onChoose(query));
          const item = document.createElement("li");
          item.append(button);
          return item;
        }),
      );
    },
    hide() {
      section.hidden = true;
    },
  };
}
