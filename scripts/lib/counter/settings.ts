/** The counter's settings: one name for each, the same on both engines (environment, or `vars` of wrangler). */

/** What the six lines count: page views, or visits (views less than 30 minutes apart are one visit). */
export type CountedUnit = "views" | "visits";

/** Parsed settings. */
export interface CounterSettings {
  /** COUNTER_UNIT: what "lượt truy cập" means. */
  readonly unit: CountedUnit;
  /** COUNTER_ORIGINS: origins whose pages may count; empty means the host that was asked. */
  readonly origins: readonly string[];
  /** COUNTER_PROXIES: addresses or CIDR blocks whose X-Real-IP is believed. */
  readonly proxies: readonly string[];
  /** COUNTER_RATE: hits a minute from one network address (IPv4, or IPv6 /64). */
  readonly ratePerMinute: number;
  /** COUNTER_SHARDS: Durable Objects that share the hits. */
  readonly shards: number;
  /** COUNTER_PUSH_SECONDS: how often a shard reports to the tally. */
  readonly pushSeconds: number;
  /** COUNTER_COMMIT_MS: how long a Durable Object collects hits for one commit. */
  readonly commitMs: number;
}

/** Settings, or every problem found in them, as operators' messages. */
export type ParsedSettings =
  | { readonly settings: CounterSettings; readonly problems: readonly [] }
  | { readonly settings: null; readonly problems: readonly string[] };

/**
 * Parses settings from named texts; a name that is absent or empty takes its default.
 * @example parseSettings({ COUNTER_UNIT: "views" }).settings?.unit // "views"
 */
export function parseSettings(source: Readonly<Record<string, unknown>>): ParsedSettings {
  const problems: string[] = [];
  const word = (name: string): string => {
    const value = source[name];
    return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  };
  const list = (name: string): readonly string[] =>
    word(name)
      .split(/[\s,]+/)
      .filter(Boolean);
  const whole = (name: string, fallback: number, least: number, most: number): number => {
    const value = word(name) === "" ? fallback : Number(word(name));
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    problems.push(`${name} "${word(name)}" is not a whole number from ${least} to ${most}`);
    return fallback;
  };
  const unit = word("COUNTER_UNIT") || "visits";
  if (unit !== "views" && unit !== "visits")
    problems.push(`COUNTER_UNIT "${unit}" is neither "visits" nor "views"`);
  for (const origin of list("COUNTER_ORIGINS"))
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      problems.push(`COUNTER_ORIGINS "${origin}" is not an origin such as "https://tuyengiao.example.vn"`);
  const settings: CounterSettings = {
    unit: unit === "views" ? "views" : "visits",
    origins: list("COUNTER_ORIGINS"),
    proxies: list("COUNTER_PROXIES"),
    ratePerMinute: whole("COUNTER_RATE", 1200, 1, 65_535),
    shards: whole("COUNTER_SHARDS", 1, 1, 256),
    pushSeconds: whole("COUNTER_PUSH_SECONDS", 10, 1, 3600),
    commitMs: whole("COUNTER_COMMIT_MS", 0, 0, 1000),
  };
  return problems.length === 0 ? { settings, problems: [] } : { settings: null, problems };
}
