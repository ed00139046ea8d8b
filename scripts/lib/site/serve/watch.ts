import { watch as watchFolders } from "chokidar";

/** A running watch. */
export interface Watch {
  close(): Promise<void>;
}

/**
 * Editors' programs write a file in several steps; changes within this time are one. Longer than the 50 ms in which
 * chokidar keeps a second change of a file to itself: what it does not tell is then read with the first.
 */
const QUIET_MS = 60;

/**
 * Watches folders and tells of changes, a burst at a time; the next burst waits until `onChange` is done.
 * @param onChange is given the absolute paths that were added, changed or removed.
 */
export async function watch(
  folders: readonly string[],
  onChange: (files: readonly string[]) => Promise<void>,
): Promise<Watch> {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let quiet = false;
  let running = false;
  const flush = async () => {
    quiet = true;
    if (running) return;
    running = true;
    // What changes meanwhile waits for a time of quiet of its own.
    while (quiet) {
      const files = [...waiting];
      waiting.clear();
      quiet = false;
      await onChange(files);
    }
    running = false;
  };
  const watcher = watchFolders([...folders], {
    ignoreInitial: true,
    // Below the watched folder: the folder itself may lie in a hidden one.
    ignored: (path: string) => IGNORED.test(path.slice(folderOf(path, folders).length)),
  });
  watcher.on("all", (_, path) => {
    waiting.add(path);
    quiet = false;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), QUIET_MS);
  });
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return { close: () => watcher.close() };
}

/** Hidden files, installed packages, and what editors' programs leave beside a file. */
const IGNORED = /[/\\](?:\.|node_modules)|~$/;

/** The watched folder that a path lies in. */
function folderOf(path: string, folders: readonly string[]): string {
  return folders.find((folder) => path.startsWith(folder)) ?? "";
}
