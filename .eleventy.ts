import type { EleventyConfig } from "#site/eleventy.ts";
import { addMarkdown, addTemplates, addTypeScriptTemplates } from "#site/eleventy.ts";

/**
 * The portal's Eleventy configuration, in pipeline order. `npm run build` reads and checks content/ first and hands the
 * result to the templates as `build`; see scripts/lib/site/build.ts.
 */
export default function configure(eleventy: EleventyConfig) {
  addMarkdown(eleventy); // our markdown-it: raw HTML off, figures, tables, footnotes
  addTemplates(eleventy); // strict Nunjucks over layouts/: an undefined variable fails the build
  addTypeScriptTemplates(eleventy); // layouts/generated/*.11ty.ts

  return {
    dir: { input: "layouts/generated" },
    templateFormats: ["njk", "11ty.ts"],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    dataTemplateEngine: false,
  };
}
