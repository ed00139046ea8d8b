import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** A folder that Pagefind’s program can load from in Node. */
export interface ServedFolder {
  /** Address of the folder, ending in `/`. */
  readonly address: string;
  /** Bytes of the files fetched so far, as a server would send them. */
  readonly bytesRead: () => number;
  /** Bytes of pagefind.js, compressed. */
  readonly programBytes: number;
}

const served: { readonly address: string; readonly read: (path: string) => Promise<Uint8Array> }[] = [];
let original: typeof fetch | null = null;

/**
 * Lets `fetch` read the files of a folder under an address of its own: Pagefind’s program loads its files by
 * fetch, and Node’s fetch reads no files. Other addresses go to Node’s fetch as before.
 *
 * @example serveThroughFetch('_site/pagefind').address // 'https://folder-0.invalid/'
 */
export function serveThroughFetch(folder: string): ServedFolder {
  const address = `https://folder-${served.length}.invalid/`;
  let bytes = 0;
  served.push({
    address,
    read: async (path) => {
      const content = await readFile(join(folder, path));
      bytes += path.endsWith(".json") ? gzipSync(content).length : content.length;
      return content;
    },
  });
  original ??= installFetch(globalThis.fetch);
  return {
    address,
    bytesRead: () => bytes,
    programBytes: gzipSync(readFileSync(join(folder, "pagefind.js"))).length,
  };
}

function installFetch(before: typeof fetch): typeof fetch {
  globalThis.fetch = async (input, init) => {
    const address = typeof input === "string" ? input : "";
    const folder = served.find((one) => address.startsWith(one.address));
    if (folder === undefined) return before(input, init);
    const path = address.slice(folder.address.length).replace(/\?.*$/, "");
    return new Response(new Uint8Array(await folder.read(path)));
  };
  return before;
}
