/** Structured log: one JSON object a line, no address of a reader ever. */
import { isoInstant } from "../calendar.ts";

/** Writes one event. */
export type Log = (
  level: "info" | "warn" | "error",
  event: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;

/**
 * A log over a line writer.
 * @example createLog(console.log, Date.now)("info", "listening", { port: 8787 })
 */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (level, event, fields = {}) =>
    write(JSON.stringify({ time: isoInstant(now()), level, event, ...fields }));
}

/** Says the first event of a kind at once, and how many followed when its minute is over: a flood writes two lines a minute. */
export interface Repeated {
  note(event: string, fields: Readonly<Record<string, unknown>>): void;
  /** Writes the counts of finished minutes; call it now and then. */
  flush(): void;
}

const MINUTE_MS = 60_000;

/** Repeated events over a log. @param now Milliseconds since the Unix epoch. */
export function createRepeated(log: Log, now: () => number): Repeated {
  const open = new Map<
    string,
    { readonly since: number; readonly event: string; readonly fields: object; more: number }
  >();
  const flush = (): void => {
    for (const [key, { since, event, fields, more }] of open) {
      if (Math.abs(now() - since) < MINUTE_MS) continue;
      open.delete(key);
      if (more > 0) log("warn", event, { ...fields, repeated: more });
    }
  };
  return {
    flush,
    note(event, fields) {
      const key = JSON.stringify([event, fields]);
      const known = open.get(key);
      if (known !== undefined) {
        known.more += 1;
        return;
      }
      open.set(key, { since: now(), event, fields, more: 0 });
      log("warn", event, fields);
    },
  };
}
