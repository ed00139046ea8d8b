import { readFileSync, renameSync, writeFileSync, existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { outputFile } from "#domain/urls.ts";
import type { Article } from "#domain/article.ts";
import type { Problem } from "#domain/problem.ts";
import { parseArticle } from "#content/parse-article.ts";
import type { Build } from "../build.ts";
import { completePage } from "../render/complete.ts";
import { ArticleSpec } from "../pages/article-page.ts";
import { LAYOUTS } from "../program.ts";
import { bodyTools, renderBody } from "../render/body.ts";
import { createTemplates, type Templates } from "../render/templates.ts";

/** What became of a saved file. */
export type Refreshed =
  /** Its page stands in the output now; lists follow with the next build. */
  | { readonly kind: "page"; readonly path: string }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  /** Only a whole build can show it: a new article, a register, a picture, a layout. */
  | { readonly kind: "build" };

/**
 * Shows one edited article at once, while the whole build that brings lists and search up to date still runs.
 * Holds the model of an earlier build; a file it does not know is left to the whole build.
 */
export class Preview {
  readonly #build: Build;
  readonly #templates: Templates;

  constructor(build: Build) {
    this.#build = build;
    this.#templates = createTemplates(LAYOUTS);
  }

  /** @param file absolute path of the file that was saved. */
  refresh(file: string): Refreshed {
    const { context, portal } = this.#build;
    const path = relative(portal.options.content, file).split(sep).join("/");
    const known = /^(articles\/(.+))\/index\.md$/.exec(path);
    const before = known?.[2] === undefined ? undefined : portal.byId.get(known[2]);
    if (known?.[1] === undefined || before === undefined || before.withdrawn !== null || !existsSync(file))
      return { kind: "build" };

    const parsed = parseArticle(known[1], before.file, readFileSync(file), portal.editorial);
    if (parsed.model === null) return { kind: "problems", problems: parsed.problems };
    if (!this.#canShow(parsed.model, before)) return { kind: "build" };

    const spec = new ArticleSpec(parsed.model, context);
    const rendered = renderBody(spec.body, bodyTools(context));
    const errors = rendered.problems.filter(({ severity }) => severity === "error");
    if (errors.length > 0) return { kind: "problems", problems: errors };
    const html = this.#templates.page(completePage(spec.view(), rendered, context.facts), context.site);
    const target = join(portal.options.output, outputFile(spec.path));
    // Renamed into place, since the page there is a link to the page store.
    writeFileSync(`${target}.new`, html);
    renameSync(`${target}.new`, target);
    return { kind: "page", path: spec.path };
  }

  /** Whether every picture and file of the edited article is prepared and it is still public. */
  #canShow(article: Article, before: Article): boolean {
    const { media, portal } = this.#build;
    const files = [
      ...article.mentions.map((name) => name.replace("tep:", "")),
      ...(article.cover === null ? [] : [article.cover.file]),
    ];
    return (
      !article.draft &&
      article.withdrawn === null &&
      article.date.epoch <= portal.options.now &&
      files.every(
        (file) => media.picture(`${before.folder}/${file}`).ok || media.file(`${before.folder}/${file}`).ok,
      )
    );
  }
}
