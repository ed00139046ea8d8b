import type { SiteFacts } from "./facts.ts";
import type { JsonLdNode } from "./json-ld-node.ts";
import { organizationId } from "./organization.ts";

/** Identity of the portal in the graph of any page. */
export function webSiteId(site: SiteFacts): string {
  return `${site.address}#website`;
}

/** The portal and how to search it, https://schema.org/WebSite, https://schema.org/SearchAction */
export function webSite(site: SiteFacts): JsonLdNode {
  return {
    "@type": "WebSite",
    "@id": webSiteId(site),
    url: site.address,
    name: site.name,
    ...(site.shortName === site.name ? {} : { alternateName: site.shortName }),
    description: site.description,
    inLanguage: site.language,
    publisher: { "@id": organizationId(site) },
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${site.search}?q={search_term_string}` },
      "query-input": "required name=search_term_string",
    },
  };
}
