import { locateFindings } from "#content/locate.ts";
import { readTree, type Tree } from "#content/tree.ts";
import type { Problem } from "#domain/problem.ts";
import type { Synonyms } from "#search/synonyms.ts";
import { beginAssets } from "./assets/begin-assets.ts";
import { prepareAssets } from "./assets/prepare-assets.ts";
import { writeAssets } from "./assets/write-assets.ts";
import type { BuildOptions } from "./options.ts";
import type { Staging } from "./output/staging.ts";
import { makeContext, type PageContext } from "./pages/context.ts";
import { counterNumbers, counterView } from "./pages/counter.ts";
import { openSurroundings } from "./pages/surroundings.ts";
import { makePortal, type Portal } from "./portal.ts";
import { prepareMedia, type PreparedMedia } from "./prepare-media.ts";
import type { Progress } from "./progress.ts";
import { readContent } from "./read-content.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { readSynonyms } from "./search-index.ts";
import { siteView } from "./site-view.ts";

/** What a build has before it plans its pages. */
export interface BuildParts {
  readonly staging: Staging;
  readonly context: PageContext;
  readonly media: PreparedMedia;
  readonly progress: Progress;
  /** Fingerprint of the program. */
  readonly program: string;
  readonly synonyms: Synonyms;
  readonly problems: readonly Problem[];
  /** Folders of the pieces that have errors. */
  readonly broken: readonly string[];
}

/**
 * Reads and checks the content, prepares pictures and assets.
 * @throws {ContentError} where content/_data has errors, with the problems of all other files too.
 */
export async function openBuildParts(
  options: BuildOptions,
  program: string,
  staging: Staging,
  progress: Progress,
  tree: Tree = readTree(options.content, options.cache),
  renames?: Portal["renames"],
  assetsBegun = beginAssets(options.cache),
): Promise<BuildParts> {
  const shared = prepareAssets(options.cache, assetsBegun);
  shared.catch(() => undefined); // Awaited below, unless the content fails first.
  const { content, editorial, problems } = await readContent(options, tree, program, progress);
  const portal = makePortal(content, editorial, options, renames);

  const pictures = progress.stage("pictures");
  const media = await prepareMedia(portal, tree, pictures);
  pictures.end(`${media.encoded} encoded, ${media.total - media.encoded} from cache`);

  const assets = progress.stage("assets");
  const places = { output: staging.folder, base: options.host.base };
  const { view } = await writeAssets(await shared, { ...editorial.site, ...places });
  assets.end();

  const synonyms = readSynonyms(options.content);
  const counts = readSnapshot(options.content);
  const findings = [media, synonyms, counts].flatMap((part) => part.findings);
  const counter = options.preview ? null : counterView(counts.snapshot);
  const context = makeContext(
    portal,
    siteView(portal, view, counter),
    media,
    counterNumbers(counts.snapshot),
    openSurroundings(portal, { cache: options.cache, program }),
  );
  return {
    staging,
    context,
    media,
    progress,
    program,
    synonyms: synonyms.synonyms,
    problems: [...problems, ...locateFindings(options.content, options.label, findings)],
    broken: content.broken,
  };
}
