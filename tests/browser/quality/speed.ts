import assert from "node:assert/strict";
import { it } from "node:test";
import { type LighthouseReport, runLighthouse } from "../../helpers/lighthouse.ts";
import type { Portal } from "./portal.ts";

const KINDS = ["front page", "section", "news article", "search"];
const RUNS = 5;

/**
 * Lighthouse on a phone. A busy machine makes a run slower, never faster, so the best of up to five counts.
 * https://developer.chrome.com/docs/lighthouse/performance/performance-scoring
 */
export function speedGates(portal: Portal): void {
  for (const kind of KINDS) {
    it(`Lighthouse: ${kind} has 95 in performance and 100 in all else, paints in 1.5 s and never shifts`, async (t) => {
      const path = portal.kinds.get(kind)?.path ?? "";
      let best: LighthouseReport | null = null;
      for (let run = 0; run < RUNS && (best === null || !isFast(best)); run += 1) {
        const report = await runLighthouse(portal.origin + path);
        t.diagnostic(`${path} ${JSON.stringify(report)}`);
        if (best === null || report.lcp < best.lcp) best = report;
      }
      assert.ok(best !== null && isFast(best), JSON.stringify(best));
      const { accessibility, bestPractices, seo, cls, failed } = best;
      assert.deepEqual(
        { accessibility, bestPractices, seo, cls, failed },
        { accessibility: 100, bestPractices: 100, seo: 100, cls: 0, failed: [] },
      );
    });
  }
}

const isFast = ({ performance, lcp }: LighthouseReport) => performance >= 95 && lcp <= 1500;
