import { join } from "node:path";
import { sortProblems, type Problem } from "#domain/problem.ts";
import { outputFile } from "#domain/urls.ts";
import { indexSite } from "#search/index-site.ts";
import type { Synonyms } from "#search/synonyms.ts";
import { openBuildParts, type BuildParts } from "./build-parts.ts";
import { feedFiles } from "./feed-files.ts";
import { machineFiles, publicPaths, type MachineFile } from "./machine-files.ts";
import type { PageContext } from "./pages/context.ts";
import type { PageSpec } from "./pages/spec.ts";
import { openPageStore, type PageStore } from "./render/page-store.ts";
import { pageProblems } from "./page-problems.ts";
import { findClashes, planPages } from "./plan.ts";
import type { Portal } from "./portal.ts";
import type { PreparedMedia } from "./prepare-media.ts";
import { LAYOUTS } from "./program.ts";
import type { Progress } from "./progress.ts";
import { renderPages, type RenderedPage } from "./render/render-pages.ts";
import { searchSources } from "./search-index.ts";
import type { FileToLink } from "./output/link-files.ts";
import type { Staging } from "./output/staging.ts";
import { createTemplates } from "./render/templates.ts";

/**
 * One build, from checked content to rendered pages. Eleventy's templates in layouts/generated are given it as `build`
 * and ask it for what they write. Problems are collected; nothing here throws for bad content after `open`.
 */
export class Build {
  readonly staging: Staging;
  readonly portal: Portal;
  readonly context: PageContext;
  readonly specs: readonly PageSpec[];
  readonly media: PreparedMedia;
  readonly #progress: Progress;
  readonly #store: PageStore;
  readonly #templates = createTemplates(LAYOUTS);
  readonly #program: string;
  readonly #synonyms: Synonyms;
  readonly #problems: Problem[];
  readonly #broken: readonly string[];
  #pages: readonly RenderedPage[] = [];

  private constructor(parts: BuildParts) {
    this.staging = parts.staging;
    this.context = parts.context;
    this.portal = parts.context.portal;
    this.media = parts.media;
    this.specs = planPages(parts.context);
    this.#progress = parts.progress;
    this.#program = parts.program;
    this.#synonyms = parts.synonyms;
    this.#store = openPageStore(this.portal.options.cache, parts.program);
    this.#broken = parts.broken;
    this.#problems = [...parts.problems, ...findClashes(this.specs)];
  }

  /** Opens a build; see `openBuildParts`. */
  static async open(...options: Parameters<typeof openBuildParts>): Promise<Build> {
    return new Build(await openBuildParts(...options));
  }

  /** Renders every page, or finds it in the store. @param place whether rendered pages go into the staging folder. */
  async renderPages({ place } = { place: true }): Promise<void> {
    const stage = this.#progress.stage("pages", this.specs.length);
    this.#pages = await renderPages(this.specs, {
      context: this.context,
      templates: this.#templates,
      store: this.#store,
      layouts: LAYOUTS,
      program: this.#program,
      isPlaced: ({ path }, digest) => place && this.staging.holds(outputFile(path), digest),
      targetOf: place ? ({ path }) => join(this.staging.folder, outputFile(path)) : null,
      onPage: () => stage.tick(),
    });
    // Also where errors are found later: what was rendered is right.
    this.#store.save();
    this.context.surroundings.save();
    const fresh = this.#pages.filter((page) => page.fresh).length;
    stage.end(`${fresh} rendered, ${this.#pages.length - fresh} unchanged`);
  }

  /** Puts pictures and attachments into the output, as soon as all of them are in the cache. @returns their number. */
  async placeMedia(): Promise<number> {
    await this.media.ready;
    const files: FileToLink[] = [];
    const count = this.media.place((...file) => files.push(file));
    await this.staging.placeAll(files);
    return count;
  }

  /** Puts pages into the output. @param media as `placeMedia` gives it. */
  async placePages(media: Promise<number>): Promise<void> {
    const stage = this.#progress.stage("files");
    for (const { spec, digest, record, placed } of this.#pages) {
      const path = outputFile(spec.path);
      if (placed === null) this.staging.place(path, this.#store.file(digest), digest);
      else this.staging.adopt(path, { key: digest, size: record.size, mtimeMs: placed });
      stage.tick();
    }
    stage.end(`${await media} pictures and attachments`);
  }

  /** Whether pages of an earlier build are known, so that little is left to do for most. */
  get isWarm(): boolean {
    return !this.#store.isEmpty;
  }

  /** Whether errors were found before any page is rendered, so that nothing will be published. */
  get isBroken(): boolean {
    return this.#problems.some(({ severity }) => severity === "error");
  }

  /** Makes the search index and puts it into the output. */
  async indexPages(): Promise<void> {
    const { options } = this.portal;
    const stage = this.#progress.stage("search");
    const report = await indexSite({
      site: this.staging.folder,
      cache: options.cache,
      sources: searchSources(this.specs, this.context),
      synonyms: this.#synonyms,
      program: this.#program,
      place: (...file) => this.staging.place(...file),
      onProgress: (done, total) => stage.reach(done, total),
    });
    const parts = report.parts === 1 ? "1 part" : `${report.parts} parts`;
    stage.end(`${report.documents} pages in ${parts}, ${report.partsMade} made now`);
  }

  get pages(): readonly RenderedPage[] {
    return this.#pages;
  }

  /** Every problem found so far, in reading order. */
  get problems(): readonly Problem[] {
    return sortProblems([...this.#problems, ...pageProblems(this.#pages, this.portal, this.#broken)]);
  }

  /** Paths with base of everything that readers open, for the counter and for publishing. */
  get paths(): readonly string[] {
    return publicPaths(this.#pages, this.portal);
  }

  /** Everything written for machines: feeds, site maps, redirects. */
  get files(): readonly MachineFile[] {
    return [
      ...feedFiles(this.context, this.#templates),
      ...machineFiles(this.specs, this.context, this.#templates),
    ];
  }
}
