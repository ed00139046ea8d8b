/**
 * The tally: one Durable Object that adds up the shards.
 *
 * It keeps the largest number ever reported for each slot (shard and day, shard and page): a G-counter. Only the growth
 * of a slot is added to the same tables the embedded counter uses, so sums, snapshot and legacy numbers are one code.
 */
import { dayOf } from "../calendar.ts";
import { buildSnapshot, mostViewed } from "../build-snapshot.ts";
import type { Numbers } from "../ledger.ts";
import { ONLINE_MS } from "../online.ts";
import { addStep, type PeriodSums, sumPeriods } from "../periods.ts";
import { type CountedUnit, parseSettings } from "../settings.ts";
import { integer, migrate, type Sql } from "../sql.ts";
import { type Changes, countOf, entry, type Legacy, noChanges } from "../store.ts";
import { addCounts, adoptLegacy, forget, readTables } from "../tables.ts";
import { clock } from "./clock.ts";
import { durableSql } from "./durable-sql.ts";
import type { ShardReport, TallyReply } from "./messages.ts";
import type { DurableState, WorkerEnv } from "./platform.ts";

const SLOTS = [
  `CREATE TABLE IF NOT EXISTS day_slot(shard TEXT, day INTEGER, views INTEGER NOT NULL, visits INTEGER NOT NULL,
     PRIMARY KEY(shard, day)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS page_slot(shard TEXT, path TEXT, views INTEGER NOT NULL, PRIMARY KEY(shard, path)) WITHOUT ROWID`,
] as const;
const FORGET_LIMIT = 500;

/** Durable Object class of the tally. */
export class CounterTally {
  private readonly sql: Sql;
  private readonly unit: CountedUnit;
  private readonly online = new Map<string, { readonly readers: number; readonly at: number }>();
  private sums: { readonly day: number; readonly sums: PeriodSums } | null = null;

  constructor(state: DurableState, env: WorkerEnv) {
    this.sql = durableSql(state);
    this.unit = parseSettings(env).settings?.unit ?? "visits";
    migrate(this.sql);
    for (const statement of SLOTS) this.sql.run(statement);
  }

  /** Answers the Worker and the shards; nothing else can reach a Durable Object. */
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const page = url.searchParams.get("p");
    switch (url.pathname) {
      case "/report":
        return Response.json(this.take((await request.json()) as ShardReport)); // a shard's own message
      case "/numbers":
        return Response.json(this.numbers(page));
      case "/top":
        return Response.json(mostViewed(readTables(this.sql), dayOf(clock.now())));
      case "/snapshot":
        return Response.json(buildSnapshot(readTables(this.sql), this.numbers(null), clock.now()));
      case "/adopt":
        this.adopt((await request.json()) as Record<keyof Legacy, [never, never][]>); // parsed by the command that sent it
        return Response.json({ ok: true });
      default:
        return Response.json({ ok: true });
    }
  }

  private take(report: ShardReport): TallyReply {
    const { shard, today } = report;
    const known = this.sql.rows("SELECT day FROM day_slot WHERE shard = ? LIMIT 1", shard).length > 0;
    const growth = noChanges();
    this.sql.transaction(() => {
      for (const [day, views, visits] of report.days) this.growDay(growth, shard, day, views, visits);
      for (const [path, views] of report.pages) this.growPage(growth, shard, today, path, views);
      addCounts(this.sql, growth);
    });
    if ([...growth.days.keys()].every((day) => day === this.sums?.day))
      for (const count of growth.days.values())
        addStep(this.sums?.sums ?? { day: 0, week: 0, month: 0, year: 0, total: 0 }, count[this.unit]);
    else this.sums = null;
    const now = clock.now();
    this.online.set(shard, { readers: report.online, at: now });
    forget(this.sql, dayOf(now), FORGET_LIMIT);
    const tables = readTables(this.sql);
    return {
      known,
      today: dayOf(now),
      sums: this.sumsNow(),
      onlineElsewhere: this.onlineNow(shard),
      pages: report.pages.map(([path]) => [path, tables.pageViews(path)]),
    };
  }

  private growDay(growth: Changes, shard: string, day: number, views: number, visits: number): void {
    const [slot = {}] = this.sql.rows(
      "SELECT views, visits FROM day_slot WHERE shard = ? AND day = ?",
      shard,
      day,
    );
    const newViews = Math.max(0, views - integer(slot, "views"));
    const newVisits = Math.max(0, visits - integer(slot, "visits"));
    if (newViews + newVisits === 0) return;
    this.sql.run(
      `INSERT INTO day_slot VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET views = max(views, excluded.views), visits = max(visits, excluded.visits)`,
      ...[shard, day, views, visits],
    );
    const count = countOf(growth, day);
    count.views += newViews;
    count.visits += newVisits;
  }

  private growPage(growth: Changes, shard: string, day: number, path: string, views: number): void {
    const [slot = {}] = this.sql.rows(
      "SELECT views FROM page_slot WHERE shard = ? AND path = ?",
      shard,
      path,
    );
    const newViews = views - integer(slot, "views");
    if (newViews <= 0) return;
    this.sql.run(
      "INSERT INTO page_slot VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET views = excluded.views",
      shard,
      path,
      views,
    );
    entry(growth.pages, day).set(path, newViews);
  }

  private numbers(path: string | null): Numbers {
    const views = path === null ? null : readTables(this.sql).pageViews(path);
    return { online: this.onlineNow(null), ...this.sumsNow(), views };
  }

  private sumsNow(): PeriodSums {
    const day = dayOf(clock.now());
    if (this.sums?.day !== day)
      this.sums = { day, sums: sumPeriods(readTables(this.sql), new Map(), this.unit, day) };
    return this.sums.sums;
  }

  private onlineNow(except: string | null): number {
    let sum = 0;
    for (const [shard, { readers, at }] of this.online)
      if (shard !== except && clock.now() - at < ONLINE_MS) sum += readers;
    return sum;
  }

  private adopt(legacy: Record<keyof Legacy, [never, never][]>): void {
    adoptLegacy(this.sql, {
      periods: new Map(legacy.periods),
      pages: new Map(legacy.pages),
      days: new Map(legacy.days),
    });
    this.sums = null;
  }
}
