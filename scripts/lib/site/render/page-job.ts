import { hash } from "node:crypto";
import type { BodyLink } from "../markdown/types.ts";
import type { Problem } from "#domain/problem.ts";
import { noFile, noPicture, type Media } from "../media.ts";
import type { PageContext } from "../pages/context.ts";
import type { BodySource, Page, PageSpec } from "../pages/spec.ts";
import type { SiteFacts } from "../structured-data/facts.ts";
import type { SiteView } from "../views/site.ts";
import { renderBody, type BodyTools } from "./body.ts";
import { completePage } from "./complete.ts";
import type { Templates } from "./templates.ts";

/** What the pictures and files that a text mentions stand for at present, in the order of the mentions. */
type Mentioned = readonly (readonly [ReturnType<Media["picture"]>, ReturnType<Media["file"]>])[];

/** One page to render: everything it is made from beside the site view and the program. */
export interface PageJob {
  /** See `pageDigest`. */
  readonly digest: string;
  readonly view: Page;
  readonly body: BodySource | null;
  readonly mentioned: Mentioned;
  /** Where the finished page is to stand, too; see page-store.ts. */
  readonly target: string | null;
}

/** A rendered page and what is remembered of it. */
export interface RenderedHtml {
  readonly html: string;
  /** Links of its text to other pages, checked anew in every build. */
  readonly links: readonly BodyLink[];
  /** Warnings of its text, repeated in every build. */
  readonly problems: readonly Problem[];
}

/** What rendering needs beside the job. */
export interface JobTools extends Pick<BodyTools, "content" | "host"> {
  readonly templates: Templates;
  readonly site: SiteView;
  readonly facts: SiteFacts;
}

/**
 * Tells a page by everything it is made from; equal digests mean equal bytes.
 * @param shared what counts for all pages alike, the program among it.
 * @returns 40 hex digits.
 */
export function pageDigest(spec: PageSpec, context: PageContext, shared: string): string {
  const inputs = spec.inputs?.() ?? [spec.view(), spec.body, mentionedIn(spec, context)];
  return hash("sha256", shared + JSON.stringify(inputs)).slice(0, 40);
}

/** Makes the view of a page. @param digest as `pageDigest` gives it. */
export function pageJob(
  spec: PageSpec,
  context: PageContext,
  digest: string,
  target: string | null = null,
): PageJob {
  return { digest, view: spec.view(), body: spec.body, mentioned: mentionedIn(spec, context), target };
}

/** Renders one page: the same on the main thread and in a worker. */
export function renderJob(job: Pick<PageJob, "view" | "body" | "mentioned">, tools: JobTools): RenderedHtml {
  const { body, view } = job;
  const rendered = body === null ? null : renderBody(body, { ...tools, media: mediaOf(body, job.mentioned) });
  return {
    html: tools.templates.page(completePage(view, rendered, tools.facts), tools.site),
    links: rendered?.links ?? [],
    problems: rendered?.problems ?? [],
  };
}

function mentionedIn({ body }: PageSpec, context: PageContext): Mentioned {
  return body === null ? [] : body.mentions.map((name) => stateOf(name, body, context));
}

function stateOf(name: string, body: BodySource, { media }: PageContext): Mentioned[number] {
  const path = pathOf(name, body);
  return [media.picture(path), media.file(path)];
}

function mediaOf(body: BodySource, mentioned: Mentioned): Pick<Media, "picture" | "file"> {
  const states = new Map(body.mentions.map((name, index) => [pathOf(name, body), mentioned[index]]));
  return {
    picture: (path) => states.get(path)?.[0] ?? noPicture(path),
    file: (path) => states.get(path)?.[1] ?? noFile(path),
  };
}

function pathOf(name: string, body: BodySource): string {
  return `${body.folder}/${name.replace("tep:", "")}`;
}
