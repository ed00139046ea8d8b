/** What metadata says of the portal. Addresses are absolute. */
export interface SiteFacts {
  /** Front page: `https://host/btg/`. */
  readonly address: string;
  /** `https://host`, to which paths with the base path are added. */
  readonly origin: string;
  readonly name: string;
  readonly shortName: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** Agency that publishes. */
  readonly department: string;
  /** Body the agency belongs to, from the imprint. */
  readonly owner: string;
  readonly postalAddress: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Square picture of at least 112 x 112, `null` for none. */
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
  /** Search page, without a query. */
  readonly search: string;
}

/** What metadata says of any page. */
export interface PageFacts {
  /** Canonical, absolute. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** Open Graph's locale of the language, `vi_VN`; `null` for a language without one. */
  readonly locale: string | null;
  /** Absolute address of a 1200 x 630 picture for shared links, `null` for none. */
  readonly shareImage: string | null;
  readonly shareImageAlt: string | null;
  /** Below the front page, the page itself last; links with the base path, `null` where a step has no page of its own. */
  readonly breadcrumb: readonly { readonly label: string; readonly url: string | null }[];
  /** `null` for all pages but articles. */
  readonly article: ArticleFacts | null;
}

/** What metadata says of an article beyond that. */
export interface ArticleFacts {
  /** RFC 3339 with +07:00. */
  readonly published: string;
  readonly modified: string;
  readonly section: string;
  readonly tags: readonly string[];
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  /** Name of the paper that printed it first. */
  readonly source: string | null;
  /** As it was named on the day. */
  readonly place: string | null;
  /** Absolute addresses of its pictures. */
  readonly images: readonly string[];
}
