import { fileURLToPath } from "node:url";
import { createEnvironment } from "../../scripts/lib/site/render/templates.ts";
import type { PageFrame } from "../../scripts/lib/site/views/page.ts";
import type { SiteView } from "../../scripts/lib/site/views/site.ts";

const environment = createEnvironment(fileURLToPath(new URL("../../layouts/", import.meta.url)));

/** Renders a page through its layout with nothing but the two variables that layouts may use. */
export function renderLayout(page: PageFrame & { readonly layout: string }, site: SiteView): string {
  return environment.render(`${page.layout}.njk`, { page, site });
}
