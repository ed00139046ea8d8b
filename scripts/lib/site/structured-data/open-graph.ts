import type { HeadView } from "../views/page.ts";
import type { PageFacts, SiteFacts } from "./facts.ts";

/** Size of the pictures made for shared links. */
const SHARE_IMAGE = { width: "1200", height: "630" };

/** Territories by language, for languages of the portal's readers. */
const LOCALES: Readonly<Record<string, string>> = {
  vi: "vi_VN",
  en: "en_US",
  km: "km_KH",
  lo: "lo_LA",
  zh: "zh_CN",
};

/**
 * Open Graph properties (https://ogp.me) of a page, in the order in which a shared link shows them; those of an article
 * included. Zalo, Facebook and Viber read them.
 * @example openGraph(page, site)[0] // { property: "og:type", content: "article" }
 */
export function openGraph(page: PageFacts, site: SiteFacts): HeadView["meta"] {
  const { article, shareImage } = page;
  const locale = LOCALES[page.language];
  const values: readonly (readonly [property: string, content: string | null | undefined])[] = [
    ["og:type", article === null ? "website" : "article"],
    ["og:site_name", site.name],
    ["og:title", page.title],
    ["og:description", page.description],
    ["og:url", page.url],
    ["og:locale", locale],
    ["og:image", shareImage],
    ...(shareImage === null
      ? []
      : ([
          ["og:image:width", SHARE_IMAGE.width],
          ["og:image:height", SHARE_IMAGE.height],
          ["og:image:alt", page.shareImageAlt],
        ] as const)),
    ...(article === null
      ? []
      : ([
          ["article:published_time", article.published],
          ["article:modified_time", article.modified],
          ["article:section", article.section],
          ...article.tags.map((tag) => ["article:tag", tag] as const),
          ...article.authors.map(({ url }) => ["article:author", url] as const),
        ] as const)),
    ["twitter:card", shareImage === null ? "summary" : "summary_large_image"],
  ];
  return values.flatMap(([property, content]) =>
    content === null || content === undefined || content === "" ? [] : [{ property, content }],
  );
}
