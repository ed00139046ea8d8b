import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serveThroughFetch } from "../file-fetch.ts";
import type { LabelledArticle } from "./articles.ts";
import type { StartSession } from "./ask.ts";

interface StockModule {
  readonly createInstance: (options: object) => {
    readonly init: () => Promise<void>;
    readonly search: (text: string) => Promise<{
      readonly results: readonly {
        readonly data: () => Promise<{ readonly url: string; readonly excerpt: string }>;
      }[];
    }>;
  };
}

/** Writes plain pages with the texts of the articles: what stock Pagefind indexes. */
export async function writePages(articles: readonly LabelledArticle[], site: string): Promise<void> {
  const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  for (const { record } of articles) {
    const folder = join(site, record.url);
    await mkdir(folder, { recursive: true });
    const paragraphs = [record.lead ?? "", ...record.text.split("\n")]
      .map((text) => `<p>${escape(text)}</p>`)
      .join("\n");
    await writeFile(
      join(folder, "index.html"),
      `<!doctype html><html lang="vi"><head><title>${escape(record.title)}</title></head><body><main data-pagefind-body><h1>${escape(record.title)}</h1>${paragraphs}</main></body></html>`,
    );
  }
}

/** Runs stock Pagefind’s command over a folder of pages. */
export async function indexStock(site: string): Promise<void> {
  const command = fileURLToPath(new URL("runner/bin.cjs", import.meta.resolve("pagefind")));
  await promisify(execFile)(process.execPath, [command, "--site", resolve(site), "--silent"], {
    maxBuffer: 1e8,
  });
}

/** Stock Pagefind’s own search over a site it indexed, with its defaults. */
export async function askStock(site: string): Promise<StartSession> {
  const folder = resolve(site, "pagefind");
  const module = (await import(pathToFileURL(join(folder, "pagefind.js")).href)) as StockModule; // Pagefind ships no types for it
  return async () => {
    const files = serveThroughFetch(folder);
    const instance = module.createInstance({ basePath: files.address, baseUrl: "/", noWorker: true });
    await instance.init();
    return async (text) => {
      const { results } = await instance.search(text);
      const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return {
        urls: pages.map((page) => page.url),
        bytes: files.bytesRead() + files.programBytes,
        marked: pages[0] === undefined ? null : pages[0].excerpt.includes("<mark>"),
      };
    };
  };
}
