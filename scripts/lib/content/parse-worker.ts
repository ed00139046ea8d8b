/* A thread that parses content files for parse-files.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { answerMessages } from "#threads/lane.ts";
import { loadEditorial } from "./load-editorial.ts";
import { parseFile, type ContentFolder } from "./parse-file.ts";

if (parentPort !== null) {
  const content = workerData as ContentFolder; // parse-files.ts starts this file with it.
  const { registers } = loadEditorial(content.folder, content.label);
  answerMessages(parentPort, (paths: readonly string[]) =>
    JSON.stringify(paths.map((path) => parseFile(path, content, registers))),
  );
}
