/**
 * A shard: one of several Durable Objects that count. The same service and journal as the embedded counter; every few
 * seconds an alarm folds the journal and reports to the tally. A reader's network always meets the same shard.
 */
import { createHash, randomBytes } from "node:crypto";
import { dayOf } from "../calendar.ts";
import { createJournalStore } from "../journal-store.ts";
import type { Numbers, View } from "../ledger.ts";
import type { PeriodSums } from "../periods.ts";
import { type CounterService, createService, type HitResult } from "../service.ts";
import { type CounterSettings, parseSettings } from "../settings.ts";
import type { CounterStore } from "../store.ts";
import { clock } from "./clock.ts";
import { durableSql } from "./durable-sql.ts";
import type { ShardReport, TallyReply } from "./messages.ts";
import type { DurableState, WorkerEnv } from "./platform.ts";

/** What all other shards and the former system counted, as far as the tally has said. */
interface Elsewhere {
  readonly today: number;
  readonly sums: Readonly<PeriodSums>;
  readonly online: number;
}

const PERIODS = ["day", "week", "month", "year", "total"] as const;

/** Durable Object class of a shard. */
export class CounterShard {
  private readonly state: DurableState;
  private readonly env: WorkerEnv;
  private readonly settings: CounterSettings;
  private readonly store: CounterStore;
  private readonly service: CounterService;
  private elsewhere: Elsewhere | null = null;
  private readonly pagesElsewhere = new Map<string, number>();
  private readonly unreportedPages = new Set<string>();
  private reporting: Promise<void> | null = null;
  private alarmSet = false;
  private reportAll = false;

  constructor(state: DurableState, env: WorkerEnv) {
    const { settings, problems } = parseSettings(env);
    if (settings === null) throw new Error(problems.join("; "));
    this.state = state;
    this.env = env;
    this.settings = settings;
    this.store = createJournalStore(durableSql(state));
    this.service = createService(this.store, {
      settings,
      now: () => clock.now(),
      random: Math.random,
      digest: (text) => createHash("sha256").update(text).digest("hex"),
      newSalt: () => randomBytes(32).toString("hex"),
      soon: (work) => void setTimeout(work, settings.commitMs),
      later: (work, ms) => void setTimeout(work, ms),
      clockWentBack: (ms) => log("clock-went-back", { ms }),
      commitFailed: (error, hits) => log("commit-failed", { problem: String(error), hits }),
    });
    // What was counted but perhaps not reported before a restart.
    for (const path of this.store.pageViewsSince(dayOf(clock.now()) - 1).keys())
      this.unreportedPages.add(path);
  }

  /** Answers the Worker; nothing else can reach a Durable Object. */
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === "/count") return Response.json(await this.count((await request.json()) as View)); // the Worker's own message
    if (url.pathname === "/report") await this.alarm();
    return Response.json({ ok: true });
  }

  /** Folds the journal and reports. Running twice, or after a failure, changes nothing. */
  async alarm(): Promise<void> {
    this.alarmSet = false;
    while (this.service.tidy());
    await this.report();
    if (this.unreportedPages.size > 0 || this.service.numbers(null).online > 0) await this.setAlarm();
  }

  private async count(view: View): Promise<HitResult> {
    const result = await new Promise<HitResult>((resolve) => this.service.count(view, resolve));
    if (result.kind !== "counted") return result;
    this.unreportedPages.add(view.path);
    await this.setAlarm();
    // A new day, or a page not asked for before: what the others counted is not known yet.
    for (let tries = 0; tries < 2 && !this.knowsElsewhere(view); tries++)
      await this.report().catch((error: unknown) => log("no-tally", { problem: String(error) }));
    return { kind: "counted", numbers: this.withElsewhere(result.numbers, view.path) };
  }

  private knowsElsewhere(view: View): boolean {
    return this.elsewhere?.today === dayOf(view.at) && this.pagesElsewhere.has(view.path);
  }

  private withElsewhere(own: Numbers, path: string): Numbers {
    const { sums, online } = this.elsewhere ?? {
      sums: { day: 0, week: 0, month: 0, year: 0, total: 0 },
      online: 0,
    };
    const totals = Object.fromEntries(
      PERIODS.map((period) => [period, own[period] + sums[period]]),
    ) as unknown as PeriodSums; // every period
    const views = (own.views ?? 0) + (this.pagesElsewhere.get(path) ?? 0);
    return { online: own.online + online, ...totals, views };
  }

  private async setAlarm(): Promise<void> {
    if (this.alarmSet) return;
    this.alarmSet = true;
    if ((await this.state.storage.getAlarm()) === null)
      await this.state.storage.setAlarm(Date.now() + this.settings.pushSeconds * 1000);
  }

  /** One report at a time; whoever comes while one is under way waits for that one. */
  private report(): Promise<void> {
    this.reporting ??= this.sendReport().finally(() => {
      this.reporting = null;
    });
    return this.reporting;
  }

  private async sendReport(): Promise<void> {
    const now = clock.now();
    const today = dayOf(now);
    const own = this.service.numbers(null);
    const pages = (this.reportAll ? [...this.store.pages().keys()] : [...this.unreportedPages]).map(
      (path) => [path, this.store.pageViews(path)] as const,
    );
    const days = [...this.store.days()].filter(([day]) => this.reportAll || day >= today - 1);
    this.unreportedPages.clear();
    const report: ShardReport = {
      shard: this.state.id.toString(),
      today,
      online: own.online,
      days: days.map(([day, { views, visits }]) => [day, views, visits] as const),
      pages,
    };
    try {
      const tally = this.env.TALLY.get(this.env.TALLY.idFromName("tally"));
      const response = await tally.fetch("https://counter/report", {
        method: "POST",
        body: JSON.stringify(report),
      });
      if (!response.ok) throw new Error(`the tally answered ${response.status}`);
      this.learn((await response.json()) as TallyReply, report, own); // the tally's own message
    } catch (error) {
      for (const [path] of pages) this.unreportedPages.add(path);
      throw error;
    }
  }

  private learn(reply: TallyReply, report: ShardReport, own: Numbers): void {
    const sums = Object.fromEntries(
      PERIODS.map((period) => [period, Math.max(0, reply.sums[period] - own[period])]),
    ) as unknown as PeriodSums; // every period
    this.elsewhere = { today: report.today, sums, online: reply.onlineElsewhere };
    const ownPages = new Map(report.pages);
    for (const [path, views] of reply.pages)
      this.pagesElsewhere.set(path, Math.max(0, views - (ownPages.get(path) ?? 0)));
    this.reportAll = !reply.known && !this.reportAll;
  }
}

function log(event: string, fields: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify({ level: "error", event, ...fields }));
}
