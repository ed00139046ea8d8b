import { watch as watchFolders } from "chokidar";

/** A running watch. */
export interface Watch {
  close(): Promise<void>;
}

/** Editors' programs write a file in several steps; changes within this time are one. */
const QUIET_MS = 40;

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
  let running = false;
  const flush = async () => {
    if (running) return;
    running = true;
    while (waiting.size > 0) {
      const files = [...waiting];
      waiting.clear();
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
