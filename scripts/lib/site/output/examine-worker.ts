import { parentPort, workerData } from "node:worker_threads";
import { examine, type ExamineTask } from "./examine.ts";
import { readRecord } from "./record.ts";

// Thread started by examine.ts, which sends exactly one ExamineTask.
const { cache, output } = workerData as ExamineTask;
const record = readRecord(cache, output);
parentPort?.postMessage(record === null ? null : examine(output, record));
