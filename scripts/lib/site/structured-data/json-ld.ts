import type { PageFacts, SiteFacts } from "./facts.ts";
import { breadcrumbList } from "./breadcrumb-list.ts";
import type { JsonLdNode } from "./json-ld-node.ts";
import { newsArticle } from "./news-article.ts";
import { organization } from "./organization.ts";
import { webSite } from "./web-site.ts";

/**
 * Everything that a page says in schema.org terms: the agency, the portal with its search, the way to the page, and the
 * article, joined by `@id`s in one graph.
 * @returns JSON for `<script type="application/ld+json">`; `<` is written \u003c, so that no text can end the script.
 * @example JSON.parse(jsonLd(page, site))["@graph"].map((node) => node["@type"])
 *   // ["Organization", "WebSite", "BreadcrumbList", "NewsArticle"]
 */
export function jsonLd(page: PageFacts, site: SiteFacts): string {
  let text = sameOnEveryPage(site);
  if (page.breadcrumb.length > 0) text += `,${written(breadcrumbList(page, site))}`;
  if (page.article !== null) text += `,${written(newsArticle(page, page.article, site))}`;
  return `${text}]}`;
}

function written(node: JsonLdNode): string {
  return JSON.stringify(node).replaceAll("<", "\\u003c");
}

/** Written once for each build: these nodes stand on every page. */
const openings = new WeakMap<SiteFacts, string>();

function sameOnEveryPage(site: SiteFacts): string {
  let text = openings.get(site);
  if (text === undefined) {
    const nodes = [organization(site), webSite(site)].map(written);
    text = `{"@context":"https://schema.org","@graph":[${nodes.join(",")}`;
    openings.set(site, text);
  }
  return text;
}
