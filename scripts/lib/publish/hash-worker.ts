import { parentPort, workerData } from "node:worker_threads";
import { hashFiles, type HashTask } from "./hash-files.ts";

// Thread started by scan-folder.ts, which sends exactly one HashTask.
parentPort?.postMessage(hashFiles(workerData as HashTask));
