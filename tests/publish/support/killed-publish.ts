import { DEPLOY_STEPS } from "#publish/deploy.ts";
import { publishFixture } from "./workspace.ts";

// Child process of kill.test.ts: publishes and kills itself without warning right after the named step.
const [folder = "", step = "", marker = ""] = process.argv.slice(2);
if (!DEPLOY_STEPS.some((name) => name === step)) throw new Error(`no step ${step}`);
await publishFixture({
  folder,
  key: null,
  site: { marker },
  onStep: (done) => {
    if (done === step) process.kill(process.pid, "SIGKILL");
  },
});
