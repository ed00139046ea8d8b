import type { HeadView } from "../views/page.ts";
import type { PageFacts, SiteFacts } from "./facts.ts";

/**
 * Dublin Core elements of a page (https://www.dublincore.org/specifications/dublin-core/dces/), as `<meta name>`.
 * What a page does not have is left out.
 * @example dublinCore(page, site)[0] // { name: "DC.title", content: "Hà Giang sơ kết …" }
 */
export function dublinCore(page: PageFacts, site: SiteFacts): HeadView["dublinCore"] {
  const { article } = page;
  const authors = article === null ? [] : article.authors.map(({ name }) => name);
  const values: readonly (readonly [element: string, content: string | null | undefined])[] = [
    ["title", page.title],
    ...(authors.length === 0 ? [site.department] : authors).map((name) => ["creator", name] as const),
    ...subjects(page).map((subject) => ["subject", subject] as const),
    ["description", page.description],
    ["publisher", site.department],
    ["date", article?.published],
    ["type", "Text"],
    ["format", "text/html"],
    ["identifier", page.url],
    ["source", article?.source],
    ["language", page.language],
    ["relation", site.address],
    ["coverage", article?.place],
    ["rights", site.rights],
  ];
  return values.flatMap(([element, content]) =>
    content === null || content === undefined || content === "" ? [] : [{ name: `DC.${element}`, content }],
  );
}

function subjects({ article }: PageFacts): readonly string[] {
  return article === null ? [] : [article.section, ...article.tags];
}
