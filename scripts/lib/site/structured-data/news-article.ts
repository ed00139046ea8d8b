import type { ArticleFacts, PageFacts, SiteFacts } from "./facts.ts";
import type { JsonLdNode } from "./json-ld-node.ts";
import { organizationId } from "./organization.ts";
import { webSiteId } from "./web-site.ts";

/**
 * An article, https://schema.org/NewsArticle, with what
 * https://developers.google.com/search/docs/appearance/structured-data/article recommends.
 */
export function newsArticle(page: PageFacts, article: ArticleFacts, site: SiteFacts): JsonLdNode {
  const publisher = { "@id": organizationId(site) };
  const images = [...article.images, ...(page.shareImage === null ? [] : [page.shareImage])];
  return {
    "@type": "NewsArticle",
    "@id": `${page.url}#article`,
    mainEntityOfPage: page.url,
    url: page.url,
    headline: page.title,
    description: page.description,
    ...(images.length === 0 ? {} : { image: images }),
    datePublished: article.published,
    dateModified: article.modified,
    author: article.authors.length === 0 ? publisher : article.authors.map(author),
    publisher,
    isPartOf: { "@id": webSiteId(site) },
    articleSection: article.section,
    ...(article.tags.length === 0 ? {} : { keywords: article.tags }),
    inLanguage: page.language,
    ...(article.place === null ? {} : { contentLocation: { "@type": "Place", name: article.place } }),
    ...(article.source === null
      ? {}
      : { sourceOrganization: { "@type": "Organization", name: article.source } }),
    isAccessibleForFree: true,
  };
}

/** Bylines of desks begin with one of these words: `Nhóm PV`, `Ban biên tập`; everyone else is a person. */
const DESK = /^(ban|nhóm|phòng|tổ|trung tâm|báo|đài|ttxvn|cộng tác viên|văn phòng)(?=\s|$)/iu;

function author({ name, url }: ArticleFacts["authors"][number]): JsonLdNode {
  return { "@type": DESK.test(name) ? "Organization" : "Person", name, ...(url === null ? {} : { url }) };
}
