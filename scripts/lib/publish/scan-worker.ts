import { parentPort, workerData } from "node:worker_threads";
import { scanHere, type ScanTask } from "./scan-folder.ts";

// Thread started by scan-folder.ts, which sends exactly one ScanTask.
parentPort?.postMessage(await scanHere(workerData as ScanTask));
