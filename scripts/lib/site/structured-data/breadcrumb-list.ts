import type { PageFacts, SiteFacts } from "./facts.ts";
import type { JsonLdNode } from "./json-ld-node.ts";

/**
 * The way from the front page to a page, https://schema.org/BreadcrumbList. The last step is the page itself; a step
 * in between that has no page of its own is left out, since search engines want an address for each.
 */
export function breadcrumbList(page: PageFacts, site: SiteFacts): JsonLdNode {
  const last = page.breadcrumb.length - 1;
  const below = page.breadcrumb.flatMap(({ label, url }, index) => {
    const address = index === last ? page.url : url === null ? null : site.origin + url;
    return address === null ? [] : [{ label, address }];
  });
  const steps = [{ label: "Trang chủ", address: site.address }, ...below];
  return {
    "@type": "BreadcrumbList",
    "@id": `${page.url}#breadcrumb`,
    itemListElement: steps.map(({ label, address }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      item: address,
    })),
  };
}
