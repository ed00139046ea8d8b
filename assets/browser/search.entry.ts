import { startSearchPage } from "./search-page.ts";

const root = document.querySelector<HTMLElement>("[data-search-page]");
if (root !== null) startSearchPage(root);
