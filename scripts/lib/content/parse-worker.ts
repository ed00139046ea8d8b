/* A thread that parses content files for parse-files.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { loadEditorial } from "./load-editorial.ts";
import { parseFile, type ContentFolder } from "./parse-file.ts";
import type { Reply } from "./parse-files.ts";

if (parentPort !== null) listen(parentPort, workerData as ContentFolder); // parse-files.ts starts this file with it.

function listen(port: NonNullable<typeof parentPort>, content: ContentFolder): void {
  const { registers } = loadEditorial(content.folder, content.label);
  port.on("message", (paths: readonly string[]) => port.postMessage(parse(paths)));

  function parse(paths: readonly string[]): Reply {
    try {
      return { parsed: JSON.stringify(paths.map((path) => parseFile(path, content, registers))) };
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  }
}
