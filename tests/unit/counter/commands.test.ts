import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { backupCommand } from "#counter/commands/backup.ts";
import { type Command, CommandError, type CommandIo } from "#counter/commands/command.ts";
import { exportCommand } from "#counter/commands/export.ts";
import { importCommand } from "#counter/commands/import.ts";
import { runCommand } from "#counter/commands/run.ts";
import { verifyCommand } from "#counter/commands/verify.ts";
import { openSqlite } from "#counter/node/sqlite.ts";
import { parseSnapshot } from "#counter/snapshot.ts";

const PAGE = "/2022/07/hoi-nghi/";
const NOW = Date.parse("2026-11-18T08:00:00+07:00");

let folder: string;
let data: string;
const inFolder = (name: string): string => join(folder, name);

/** Runs a sub-command; its output lines, or its problems. */
async function run(
  command: Command,
  args: readonly string[],
  more: Partial<CommandIo> = {},
): Promise<readonly string[]> {
  const lines: string[] = [];
  const env = {
    COUNTER_DATA: data,
    COUNTER_PATHS: inFolder("paths.json"),
    COUNTER_ORIGINS: "https://a.example",
  };
  try {
    await command(args, {
      env,
      out: (line) => lines.push(line),
      now: () => NOW,
      stopped: () => Promise.resolve(),
      ...more,
    });
  } catch (error) {
    if (error instanceof CommandError) return error.problems;
    throw error;
  }
  return lines;
}

/** Runs a counter while `work` uses it; returns its log. */
async function whileRunning(
  work: (hit: (path: string) => Promise<unknown>) => Promise<void>,
): Promise<readonly string[]> {
  let stop: (value: unknown) => void = () => undefined;
  const lines: string[] = [];
  let listening: (url: string) => void = () => undefined;
  const url = new Promise<string>((resolve) => (listening = resolve));
  const out = (line: string): void => {
    lines.push(line);
    const entry = JSON.parse(line) as { event: string; url: string };
    if (entry.event === "listening") listening(entry.url);
  };
  const done = run(runCommand, ["--port", "0"], {
    out,
    stopped: () => new Promise((resolve) => (stop = resolve)),
  });
  const address = await url;
  await work(async (path) => {
    const headers = { origin: "https://a.example", "user-agent": "Mozilla/5.0 Firefox/126.0 Gecko/20100101" };
    return (await fetch(`${address}/api/hit?p=${path}`, { method: "POST", headers })).json();
  });
  stop(null);
  assert.deepEqual(await done, []);
  return lines;
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), "counter-commands-"));
  data = inFolder("counter.db");
  writeFileSync(inFolder("paths.json"), JSON.stringify(["/", PAGE, "/2023/01/ke-hoach/"]));
});
after(() => rmSync(folder, { recursive: true }));

describe("the counter's command, on one data file", () => {
  it("counts, takes an import and a backup while it runs, and stops cleanly", async () => {
    writeFileSync(inFolder("rows.csv"), "alias,hitstotal\nhoi-nghi,275\nke-hoach,12");
    const log = await whileRunning(async (hit) => {
      assert.deepEqual(await hit(PAGE), {
        online: 1,
        day: 1,
        week: 1,
        month: 1,
        year: 1,
        total: 1,
        views: 1,
      });
      assert.deepEqual(await run(importCommand, [inFolder("rows.csv"), "--total", "8.799.190"]), [
        "imported: 1 totals and years, 2 pages, 0 days",
      ]);
      assert.deepEqual(await hit(PAGE), {
        online: 1,
        day: 1,
        week: 1,
        month: 1,
        year: 1,
        total: 8_799_191,
        views: 277,
      });
      assert.deepEqual(await run(backupCommand, [inFolder("backup.db")]), [
        `backup written: ${inFolder("backup.db")}`,
      ]);
    });
    assert.deepEqual(
      log.map((line) => (JSON.parse(line) as { event: string }).event),
      ["page-list", "listening", "stopped"],
    );
  });

  it("verifies data file and backup", async () => {
    assert.deepEqual(await run(verifyCommand, []), [`"${data}" is whole: 1 days, 2 pages, 2 page views`]);
    assert.deepEqual(await run(verifyCommand, [inFolder("backup.db")]), [
      `"${inFolder("backup.db")}" is whole: 1 days, 2 pages, 2 page views`,
    ]);
  });

  it("exports the snapshot a build bakes, and the days as CSV", async () => {
    await run(exportCommand, ["--snapshot", inFolder("out/counter.json"), "--csv", inFolder("out/days.csv")]);
    const { snapshot } = parseSnapshot(JSON.parse(readFileSync(inFolder("out/counter.json"), "utf8")));
    assert.deepEqual(snapshot, {
      asOf: "2026-11-18T08:00:00+07:00",
      totals: { online: 1, day: 1, week: 1, month: 1, year: 1, total: 8_799_191 },
      views: { [PAGE]: 277, "/2023/01/ke-hoach/": 12 },
      top: [
        { path: PAGE, views: 277 },
        { path: "/2023/01/ke-hoach/", views: 12 },
      ],
      days: [{ day: "2026-11-18", views: 2, visits: 1 }],
      formerYears: [],
    });
    assert.equal(
      readFileSync(inFolder("out/days.csv"), "utf8"),
      "\uFEFFngay,luot_xem_trang,luot_truy_cap\r\n2026-11-18,2,1\r\n",
    );
  });

  it("exports the same twice", async () => {
    assert.deepEqual(await run(exportCommand, []), await run(exportCommand, []));
  });

  it("never replaces a file by a backup, and leaves no half one", async () => {
    assert.deepEqual(await run(backupCommand, [inFolder("backup.db")]), [
      `"${inFolder("backup.db")}" exists; a backup never replaces a file`,
    ]);
    assert.deepEqual(await run(backupCommand, []), ["name the file to write: counter backup FILE"]);
    assert.equal((await run(backupCommand, [inFolder("no/such/folder.db")])).length, 1);
    assert.equal(existsSync(inFolder("no")), false);
  });

  it("imports nothing when anything is wrong, and says everything", async () => {
    writeFileSync(inFolder("bad.csv"), "path,views\n/,x\n/none/,3");
    assert.deepEqual(await run(importCommand, [inFolder("bad.csv"), inFolder("rows.csv")]), [
      `${inFolder("bad.csv")}:2 "views": "x" is not a whole number`,
      `${inFolder("bad.csv")}:3 "path": "/none/" is none of the site's pages`,
    ]);
    writeFileSync(inFolder("more.csv"), "path,views\n/,7\n/none/,3");
    assert.deepEqual(await run(importCommand, [inFolder("more.csv"), "--skip-unknown"]), [
      `skipped: ${inFolder("more.csv")}:3 "path": "/none/" is none of the site's pages`,
      "imported: 0 totals and years, 1 pages, 0 days",
    ]);
    assert.deepEqual(await run(importCommand, ["--total", "many"]), ['--total "many" is not a whole number']);
    assert.deepEqual(await run(importCommand, []), ["name a CSV file, or give --total N"]);
  });

  it("finds days and pages that do not agree, and damage", async () => {
    const file = inFolder("wrong.db");
    await run(backupCommand, [file]);
    const sql = openSqlite(file);
    sql.run("UPDATE page SET views = views + 5 WHERE path = ?", PAGE);
    sql.run("UPDATE day SET visits = 9");
    sql.close();
    assert.deepEqual(await run(verifyCommand, [file]), [
      `"${file}": the days have 2 page views, the pages 7`,
      `"${file}": 1 days have more visits than page views, or negative counts`,
    ]);
    const bytes = readFileSync(inFolder("backup.db"));
    bytes.fill(0x55, 4096, 4096 * 6);
    writeFileSync(inFolder("damaged.db"), bytes);
    const [problem = ""] = await run(verifyCommand, [inFolder("damaged.db")]);
    assert.match(problem, /damaged/);
  });

  it("says what is missing", async () => {
    const missing = inFolder("none.db");
    assert.deepEqual(await run(verifyCommand, [missing]), [
      `"${missing}" does not exist. Name the data file with --data or COUNTER_DATA.`,
    ]);
    assert.deepEqual(await run(runCommand, ["--port", "99999"], { env: { COUNTER_UNIT: "x" } }), [
      'COUNTER_UNIT "x" is neither "visits" nor "views"',
      "the port is not a number from 0 to 65535",
    ]);
    assert.deepEqual(await run(exportCommand, ["--from", "nowhere"]), [
      '--from "nowhere" is not an address such as https://tuyengiao.example.vn',
    ]);
    const [unreachable = ""] = await run(exportCommand, ["--from", "http://127.0.0.1:1"]);
    assert.match(unreachable, /^http:\/\/127\.0\.0\.1:1\/api\/snapshot: no snapshot \(/);
  });
});
