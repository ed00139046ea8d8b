import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { OutputRecord } from "./record.ts";

/** What of an output is no longer as a build left it. */
export interface Touched {
  /** Files that are gone or have another size or time. */
  readonly files: ReadonlySet<string>;
  /** Folders that are gone or have another time: somebody may have put something there. */
  readonly folders: ReadonlySet<string>;
}

/** Where to look, for the thread. */
export interface ExamineTask {
  readonly cache: string;
  readonly output: string;
}

/** Looks at every recorded file and folder of an output: one stat each. */
export function examine(output: string, { files, folders }: OutputRecord): Touched {
  const stat = (path: string) => statSync(`${output}/${path}`, { throwIfNoEntry: false });
  const touchedFiles = [...files].filter(([path, { size, mtimeMs }]) => {
    const now = stat(path);
    return now?.size !== size || now.mtimeMs !== mtimeMs;
  });
  const touchedFolders = [...folders].filter(([path, mtimeMs]) => stat(path)?.mtimeMs !== mtimeMs);
  return {
    files: new Set(touchedFiles.map(([path]) => path)),
    folders: new Set(touchedFolders.map(([path]) => path)),
  };
}

/**
 * As `examine`, in a thread of its own while the main thread reads the content.
 * @returns `null` where the output has no record.
 * @throws {Error} where the thread ends early.
 */
export function examineInThread(task: ExamineTask): Promise<Touched | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Touched | null>();
  const worker = new Worker(new URL("./examine-worker.ts", import.meta.url), { workerData: task });
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error("The thread that examines the output ended early.")));
  worker.unref();
  return promise;
}
