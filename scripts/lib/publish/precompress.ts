import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isCompressible } from "./content-types.ts";
import { sha256, type HashedFile } from "./hash-files.ts";
import { VariantCache, type Variant, type Variants } from "./variant-cache.ts";

export interface PrecompressOptions {
  /** Files to look at; those that are no text, or tiny, are passed over. */
  readonly files: readonly HashedFile[];
  /** Folder the paths start from. */
  readonly folder: string;
  /** Kept between builds. */
  readonly cacheFolder: string;
}

/** A compressed form that lies ready in the cache. */
export interface CompressedFile extends HashedFile {
  /** Where the bytes are. */
  readonly file: string;
}

/** What `precompress` did. */
export interface Precompressed {
  /** Variants under their public names: `x/index.html.br`. */
  readonly variants: readonly CompressedFile[];
  /** Contents compressed in this run; the others came from the cache. */
  readonly compressed: number;
}

/**
 * Makes Brotli and gzip variants of the text files, only where they are smaller, each content once for all builds.
 * @example (await precompress({ files, folder: "_site", cacheFolder: ".cache" })).variants[0].path // "404.html.br"
 */
export async function precompress(options: PrecompressOptions): Promise<Precompressed> {
  const cache = new VariantCache(options.cacheFolder);
  const files = options.files.filter((file) => file.size >= SMALLEST && isCompressible(file.path));
  const missing = new Map<string, HashedFile>();
  for (const file of files) if (!isCached(cache, file.sha256)) missing.set(file.sha256, file);
  const queue = [...missing.values()].values();
  await Promise.all(Array.from({ length: availableParallelism() }, () => compressAll(queue, options, cache)));
  const variants = files.flatMap((file) => variantsOf(file, cache));
  cache.save();
  return { variants, compressed: missing.size };
}

/** Below this many bytes the response's headers weigh more than what is saved. */
const SMALLEST = 256;
/** Style sheets and scripts are few and live for a year; pages are many. */
const BROTLI_QUALITY = { asset: 11, page: 9 };

const brotli = promisify(brotliCompress);
const gunzippable = promisify(gzip);

async function compressAll(queue: Iterable<HashedFile>, options: PrecompressOptions, cache: VariantCache) {
  for (const file of queue) {
    const bytes = readFileSync(`${options.folder}/${file.path}`);
    const quality = /\.(css|js|svg)$/.test(file.path) ? BROTLI_QUALITY.asset : BROTLI_QUALITY.page;
    const [br, gz] = await Promise.all([
      brotli(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: quality,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      }),
      gunzippable(bytes, { level: 9 }),
    ]);
    cache.set(file.sha256, { br: keep("br", br), gz: keep("gz", gz) });

    function keep(encoding: keyof Variants, compressed: Uint8Array): Variant | null {
      if (compressed.length >= bytes.length) return null;
      cache.write(file.sha256, encoding, compressed);
      return { sha256: sha256(compressed), size: compressed.length };
    }
  }
}

function variantsOf(file: HashedFile, cache: VariantCache): readonly CompressedFile[] {
  const variants = cache.get(file.sha256);
  return (["br", "gz"] as const).flatMap((encoding) => {
    const variant = variants?.[encoding] ?? null;
    if (variant === null) return [];
    return [{ path: `${file.path}.${encoding}`, ...variant, file: cache.fileOf(file.sha256, encoding) }];
  });
}

/** A cache that lost a file (a partial restore in CI) compresses it again. */
function isCached(cache: VariantCache, content: string): boolean {
  const variants = cache.get(content);
  if (variants === null) return false;
  return (["br", "gz"] as const).every(
    (form) => variants[form] === null || existsSync(cache.fileOf(content, form)),
  );
}
