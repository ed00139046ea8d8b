/** What the counter answers, whatever the engine. */

/** An answer; `body` is JSON or empty. `reason` names a refusal for the log. */
export interface Answer {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string;
  readonly reason: string | null;
}

/** An answer that refuses, with its reason for the log and for a person with a terminal. */
export function refusal(status: number, reason: string, ...headers: readonly string[]): Answer {
  return {
    status,
    headers: [...jsonHeaders("no-store"), ...headers],
    body: JSON.stringify({ error: reason }),
    reason,
  };
}

/** An answer in JSON. @param caching for how long caches may keep it: `public, max-age=60` */
export function json(status: number, value: unknown, caching = "no-store"): Answer {
  return {
    status,
    headers: jsonHeaders(caching),
    body: JSON.stringify(value),
    reason: null,
  };
}

function jsonHeaders(caching: string): readonly string[] {
  return [
    ...["content-type", "application/json; charset=utf-8"],
    ...["x-content-type-options", "nosniff"],
    ...["cache-control", caching],
  ];
}
