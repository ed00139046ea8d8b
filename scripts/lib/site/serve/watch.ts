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
    // What changes meanwhile has its own time of quiet.
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
    ignored: /(^|[/\\])(\.|node_modules)|~$/,
  });
  watcher.on("all", (_, path) => {
    waiting.add(path);
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), QUIET_MS);
  });
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return { close: () => watcher.close() };
}
