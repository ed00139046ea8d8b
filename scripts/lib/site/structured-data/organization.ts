import type { SiteFacts } from "./facts.ts";
import type { JsonLdNode } from "./json-ld-node.ts";

/** Identity of the agency in the graph of any page. */
export function organizationId(site: SiteFacts): string {
  return `${site.address}#organization`;
}

/** The agency that publishes, https://schema.org/Organization */
export function organization(site: SiteFacts): JsonLdNode {
  return {
    "@type": "Organization",
    "@id": organizationId(site),
    name: site.department,
    url: site.address,
    ...(site.owner === site.department
      ? {}
      : { parentOrganization: { "@type": "Organization", name: site.owner } }),
    ...(site.logo === null
      ? {}
      : {
          logo: {
            "@type": "ImageObject",
            url: site.logo.url,
            width: site.logo.width,
            height: site.logo.height,
          },
        }),
    ...(site.postalAddress === null
      ? {}
      : { address: { "@type": "PostalAddress", streetAddress: site.postalAddress, addressCountry: "VN" } }),
    ...(site.phone === null ? {} : { telephone: site.phone }),
    ...(site.email === null ? {} : { email: site.email }),
  };
}
