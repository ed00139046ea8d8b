import type { BuildOptions } from "./options.ts";

/** One stage of a build while it runs. */
export interface Stage {
  /** One thing more was done. */
  tick(): void;
  /** So much is done by now, of a total that became known on the way. */
  reach(done: number, total: number): void;
  /** The stage is over; `note` says what came of it: `12 encoded, 300 from cache`. */
  end(note?: string): void;
}

/** How a stage went. */
export interface StageReport {
  readonly name: string;
  readonly milliseconds: number;
  readonly count: number;
  readonly note: string;
}

/** Tells an operator how a build goes, in English. */
export interface Progress {
  stage(name: string, total?: number): Stage;
  readonly stages: readonly StageReport[];
}

/** Where progress is written; `process.stderr` fits. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const REDRAW_MS = 100;

/**
 * Makes a progress display: a line for each stage with count, rate and time left, redrawn in place on a terminal.
 * @param clock milliseconds that only grow: `() => performance.now()`.
 */
export function createProgress(
  report: BuildOptions["report"],
  terminal: Terminal,
  clock: () => number,
): Progress {
  const stages: StageReport[] = [];
  const live = report === "text" && terminal.isTTY === true;
  return {
    stages,
    stage(name, total = 0) {
      const started = clock();
      let count = 0;
      let expected = total;
      let drawn = 0;
      const draw = (now: number) => {
        if (!live || now - drawn < REDRAW_MS) return;
        drawn = now;
        terminal.write(`\r\x1b[2K${name.padEnd(10)} ${counts(count, expected, now - started)}`);
      };
      return {
        tick() {
          count += 1;
          draw(clock());
        },
        reach(done, newTotal) {
          count = done;
          expected = newTotal;
          draw(clock());
        },
        end(note = "") {
          const milliseconds = clock() - started;
          stages.push({ name, milliseconds, count, note });
          if (live) terminal.write("\r\x1b[2K");
          if (report === "text") {
            const amount = count === 0 ? "" : `${count}`;
            terminal.write(
              `${name.padEnd(10)} ${amount.padStart(7)} ${seconds(milliseconds).padStart(8)}  ${note}\n`,
            );
          } else if (report === "json") {
            terminal.write(
              `${JSON.stringify({ stage: name, count, milliseconds: Math.round(milliseconds), note })}\n`,
            );
          }
        },
      };
    },
  };
}

/** `1200/10000  2400/s  4 s left`. */
function counts(count: number, total: number, elapsed: number): string {
  const rate = elapsed > 0 ? (count / elapsed) * 1000 : 0;
  const left = total > count && rate > 0 ? `  ${Math.ceil((total - count) / rate)} s left` : "";
  return `${total > 0 ? `${count}/${total}` : count}  ${Math.round(rate)}/s${left}`;
}

/** `0.42 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
