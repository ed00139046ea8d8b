import { parentPort, workerData } from "node:worker_threads";
import { scanShare, type ScanTask } from "./scan-folder.ts";

// Thread started by scan-folder.ts, which sends exactly one ScanTask.
parentPort?.postMessage(scanShare(workerData as ScanTask));
