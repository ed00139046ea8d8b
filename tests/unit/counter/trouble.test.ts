/** When the disk, the file or another process is in the way: a right answer, a clear log line, nothing acknowledged is lost. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, it } from "node:test";
import { createJournalStore } from "#counter/journal-store.ts";
import { startCounterServer, type CounterServer } from "#counter/node/server.ts";
import { openSqlite } from "#counter/node/sqlite.ts";
import { createService, type CounterService, type HitResult } from "#counter/service.ts";
import { parseSettings } from "#counter/settings.ts";
import type { Sql } from "#counter/sql.ts";
import { explain } from "#counter/commands/data-file.ts";

const PAGE = "/2022/07/hoi-nghi/";
const HEADERS = {
  origin: "https://a.example",
  "user-agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/126.0",
};

const settings = parseSettings({ COUNTER_ORIGINS: "https://a.example" }).settings ?? assert.fail();
let folder: string;
let log: { event: string; level: string; [field: string]: unknown }[] = [];
before(() => {
  folder = mkdtempSync(join(tmpdir(), "counter-trouble-"));
});
after(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);

function start(data: string, paths = pagesFile()): Promise<CounterServer> {
  log = [];
  return startCounterServer({
    data,
    paths,
    settings,
    log: (level, event, fields = {}) => log.push({ level, event, ...fields }),
    now: Date.now,
    host: "127.0.0.1",
    port: 0,
  });
}

function pagesFile(): string {
  const file = join(folder, "paths.json");
  writeFileSync(file, JSON.stringify(["/", PAGE]));
  return file;
}

const hit = async (url: string): Promise<[number, unknown]> => {
  const response = await fetch(`${url}/api/hit?p=${PAGE}`, { method: "POST", headers: HEADERS });
  return [response.status, await response.json()];
};

describe("a data file held by another process", () => {
  it("makes a hit wait while the hold is short", async () => {
    const file = newFile();
    const server = await start(file);
    const other = new DatabaseSync(file);
    other.exec("BEGIN IMMEDIATE");
    setTimeout(() => other.exec("COMMIT"), 300);
    assert.equal((await hit(server.url))[0], 200);
    assert.equal(log.filter(({ event }) => event === "commit-failed").length, 0);
    other.close();
    await server.close();
  });

  it("is answered with 503 when it lasts, and the counter counts on afterwards", async () => {
    const file = newFile();
    const server = await start(file);
    await hit(server.url);
    const other = new DatabaseSync(file);
    other.exec("BEGIN IMMEDIATE");
    assert.deepEqual(await hit(server.url), [503, { error: "not counted" }]);
    assert.equal((await fetch(`${server.url}/api/health`)).status, 503);
    other.exec("COMMIT");
    other.close();
    const [status, numbers] = await hit(server.url);
    assert.deepEqual(
      [status, (numbers as { views: number }).views],
      [200, 2],
      "the refused hit was not kept",
    );
    assert.equal((await fetch(`${server.url}/api/health`)).status, 200);
    assert.deepEqual(
      log
        .filter(({ event }) => event === "commit-failed")
        .map(({ level, problem, hits }) => [level, problem, hits]),
      [["error", "another process writes to the data file", 1]],
    );
    await server.close();
  });

  it("is not opened by a second counter", async () => {
    const file = newFile();
    const server = await start(file);
    await assert.rejects(start(file), { message: `another counter is running on ${file}` });
    await server.close();
    await (await start(file)).close();
  });
});

describe("a store that fails", () => {
  const service = (sql: Sql, failures: string[]): CounterService =>
    createService(createJournalStore(sql), {
      settings,
      now: Date.now,
      random: Math.random,
      digest: () => "0123456789abcdef",
      newSalt: () => "salt",
      soon: (work) => void setImmediate(work),
      later: (work, ms) => void setTimeout(work, ms),
      clockWentBack: () => undefined,
      commitFailed: (error, hits) =>
        failures.push(`${error instanceof Error ? error.message : ""}: ${hits} hits`),
    });
  const count = (counter: CounterService): Promise<HitResult> =>
    new Promise((resolve) =>
      counter.count({ path: PAGE, network: "203.0.113.1", agent: "a", at: Date.now() }, resolve),
    );

  it("because the disk is full refuses the hits it could not keep, and keeps all others", async () => {
    const sql = openSqlite(newFile());
    const failures: string[] = [];
    const counter = service(sql, failures);
    const pages = Number(sql.rows("PRAGMA page_count")[0]?.["page_count"]);
    sql.rows(`PRAGMA max_page_count = ${pages + 2}`);
    const results = [];
    for (let i = 0; i < 400; i++) results.push(await count(counter));
    const counted = results.filter(({ kind }) => kind === "counted").length;
    assert.ok(counted > 0 && counted < 400, `${counted} counted`);
    assert.equal(counter.numbers(PAGE).views, counted);
    assert.equal(counter.healthy(), false);
    assert.equal(failures[0], "database or disk is full: 1 hits");
    sql.rows("PRAGMA max_page_count = 100000");
    assert.equal((await count(counter)).kind, "counted");
    assert.equal(counter.healthy(), true);
    sql.close();
  });

  it("because the file is read-only refuses every hit and says why", async () => {
    const sql = openSqlite(newFile());
    const failures: string[] = [];
    const counter = service(sql, failures);
    sql.run("PRAGMA query_only = ON");
    assert.equal((await count(counter)).kind, "unavailable");
    assert.deepEqual(failures, ["attempt to write a readonly database: 1 hits"]);
    sql.close();
  });
});

describe("a data file that cannot be used", () => {
  it("is not touched when it is no database, and the message says what to do", async () => {
    const file = newFile();
    writeFileSync(file, "this is not a database, it only looks like a file".repeat(50));
    const before = readFileSync(file);
    const error = await start(file).then(
      () => null,
      (reason: unknown) => reason,
    );
    assert.equal(
      explain(file, error),
      `"${file}" is damaged (file is not a database). Stop the counter, keep the file, and put the last backup in its place.`,
    );
    assert.deepEqual(readFileSync(file), before);
  });

  it("is not opened when a newer program wrote it", async () => {
    const file = newFile();
    const sql = openSqlite(file);
    sql.setSchemaVersion(99);
    sql.close();
    await assert.rejects(start(file), {
      message: /^the data file has schema version 99; this program knows \d+\. Use the newer program\.$/,
    });
  });
});

describe("the list of pages", () => {
  it("that is missing makes hits wait for the first build with 503, not the server fail", async () => {
    const server = await start(newFile(), join(folder, "none.json"));
    assert.deepEqual(await hit(server.url), [503, { error: "no list of pages" }]);
    assert.deepEqual(log[0], {
      level: "warn",
      event: "page-list",
      file: join(folder, "none.json"),
      problem: "it does not exist",
      pages: 0,
    });
    await server.close();
  });
});

describe("a client that means harm", () => {
  let server: CounterServer;
  before(async () => {
    server = await start(newFile());
  });
  after(() => server.close());

  /** Sends bytes, then as many more as the server takes; resolves with what came back when the connection closed. */
  const raw = (head: string, more = 0): Promise<{ answer: string; taken: number }> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
      const block = Buffer.alloc(64 * 1024, "x");
      let answer = "";
      let taken = 0;
      const pump = (): void => {
        while (taken < more && !socket.destroyed && socket.write(block)) taken += block.length;
      };
      socket.on("connect", () => {
        socket.write(head);
        pump();
      });
      socket.on("drain", pump);
      socket.on("data", (bytes: Buffer) => (answer += bytes.toString()));
      socket.on("error", () => undefined);
      socket.on("close", () => resolve({ answer, taken }));
    });
  const ORIGIN = "Host: a.example\r\nOrigin: https://a.example\r\nUser-Agent: Firefox\r\n";

  it("and sends a body of 100 MB is stopped long before its end", async () => {
    const { answer, taken } = await raw(
      `POST /api/hit?p=${PAGE} HTTP/1.1\r\n${ORIGIN}Content-Length: 104857600\r\n\r\n`,
      104_857_600,
    );
    assert.ok(taken < 20_000_000, `${taken} bytes were taken`);
    assert.ok(answer === "" || answer.startsWith("HTTP/1.1 413 "), answer);
  });

  it("and sends a small body is counted, and so is the next request on the connection", async () => {
    const hit = (more: string) =>
      `POST /api/hit?p=${PAGE} HTTP/1.1\r\n${ORIGIN}${more}Content-Length: 5\r\n\r\nhello`;
    const { answer } = await raw(hit("") + hit("Connection: close\r\n"));
    assert.equal(answer.match(/HTTP\/1\.1 200 OK/g)?.length, 2, answer);
  });

  const cases: readonly (readonly [string, string, string])[] = [
    [
      "sends a body without a length",
      `POST /api/hit?p=${PAGE} HTTP/1.1\r\n${ORIGIN}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
      "413",
    ],
    [
      "sends huge headers",
      `POST /api/hit?p=${PAGE} HTTP/1.1\r\n${ORIGIN}X: ${"x".repeat(20_000)}\r\n\r\n`,
      "431",
    ],
    ["does not speak HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n", "400"],
    [
      "sends two lengths",
      `POST / HTTP/1.1\r\n${ORIGIN}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
      "400",
    ],
  ];
  for (const [name, bytes, status] of cases) {
    it(`and ${name} is answered ${status} and cut off`, async () => {
      const { answer } = await raw(bytes);
      assert.equal(answer.slice(9, 12), status);
    });
  }
  it("does not disturb the next reader", async () => {
    const [status, numbers] = await hit(server.url);
    assert.deepEqual([status, (numbers as { total: number }).total], [200, 1]);
  });
  it("cannot flood the log: a refusal of one kind is one line", async () => {
    log = [];
    for (let i = 0; i < 50; i++)
      await fetch(`${server.url}/api/hit?p=/none/`, { method: "POST", headers: HEADERS });
    assert.deepEqual(log, [{ level: "warn", event: "refused", status: 404, reason: "unknown page" }]);
  });
});
