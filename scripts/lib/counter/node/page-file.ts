/** Keeps the list of pages in step with the file the site build writes. */
import { messageOf } from "../message-of.ts";
import { readFileSync, statSync } from "node:fs";
import { parsePageList } from "../page-list.ts";
import type { Log } from "./log.ts";

/** The list of pages in a file. */
export interface PageFile {
  /** Whether a path is a page; null while the file cannot be read. */
  readonly isPage: (path: string) => boolean | null;
  /** Reads the file again if it has changed. */
  readonly refresh: () => void;
}

/**
 * Reads `paths.json`. A file that is missing or broken is reported and the last good list kept; with none yet, no page
 * is known and hits are refused until the file appears.
 */
export function openPageFile(file: string, log: Log): PageFile {
  let pages: ReadonlySet<string> | null = null;
  let version = "";
  const refresh = (): void => {
    const stat = statSync(file, { throwIfNoEntry: false });
    const found = stat === undefined ? "missing" : `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
    if (found === version) return;
    version = found;
    const parsed = stat === undefined ? { pages: null, problem: "it does not exist" } : read(file);
    if (parsed.pages === null) {
      log("warn", "page-list", { file, problem: parsed.problem, pages: pages?.size ?? 0 });
      return;
    }
    pages = parsed.pages;
    log("info", "page-list", { file, pages: pages.size });
  };
  refresh();
  return { refresh, isPage: (path) => pages?.has(path) ?? null };
}

function read(file: string): ReturnType<typeof parsePageList> {
  try {
    return parsePageList(readFileSync(file, "utf8"));
  } catch (error) {
    return { pages: null, problem: messageOf(error) };
  }
}
