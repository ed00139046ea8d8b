import { Worker } from "node:worker_threads";

/** Makes two releases of a folder the live one in turn, hundreds of times a second, until told to stop. */
export function switchWithoutRest(
  root: string,
  ids: readonly [string, string],
): { stop(): Promise<{ readonly switches: number }> } {
  const worker = new Worker(THREAD, { eval: true, workerData: { root, ids } });
  return {
    async stop() {
      const stopped = new Promise<number>((resolve) => worker.once("message", resolve));
      worker.postMessage("stop");
      return { switches: await stopped };
    },
  };
}

const THREAD = `
const { renameSync, symlinkSync } = require("node:fs");
const { parentPort, workerData } = require("node:worker_threads");
const { root, ids } = workerData;
let switches = 0;
const timer = setInterval(() => {
  for (let turn = 0; turn < 2; turn += 1) {
    symlinkSync("releases/" + ids[turn], root + "/current.restless");
    renameSync(root + "/current.restless", root + "/current");
    switches += 1;
  }
}, 1);
parentPort.once("message", () => {
  clearInterval(timer);
  parentPort.postMessage(switches);
});
`;
