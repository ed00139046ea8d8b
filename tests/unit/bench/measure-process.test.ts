import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { measureProcess, type Command } from "../../../scripts/lib/bench/measure-process.ts";

const folder = mkdtempSync(join(tmpdir(), "measure-"));
const log = join(folder, "log");
const script = (code: string): Command => ({ program: process.execPath, args: ["-e", code], folder });

describe("measureProcess", () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("counts the time from start to end", async () => {
    const { wall } = await measureProcess(script("setTimeout(() => {}, 300)"), log);
    assert.ok(wall >= 0.3 && wall < 30, `wall ${wall}`);
  });

  it("sees memory that was held and given back", async () => {
    const small = await measureProcess(script("setTimeout(() => {}, 200)"), log);
    const large = await measureProcess(
      script(
        "let b = Buffer.alloc(300e6, 1); setTimeout(() => { b = null; setTimeout(() => {}, 100); }, 200)",
      ),
      log,
    );
    assert.ok(
      (large.memory ?? 0) - (small.memory ?? 0) > 250,
      `${small.memory ?? 0} and ${large.memory ?? 0}`,
    );
  });

  it("counts the work of child processes", async () => {
    const spin = "while (process.cpuUsage().user < 500e3);";
    const { cpu } = await measureProcess(
      script(`require("child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(spin)}])`),
      log,
    );
    assert.ok((cpu ?? 0) >= 0.3, `cpu ${cpu ?? 0}`);
  });

  it("counts the memory of child processes that a thread started", async () => {
    const hold = "const held = Buffer.alloc(300e6, 1); setTimeout(() => held.length, 400)";
    const start = `require("child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(hold)}])`;
    const { memory } = await measureProcess(
      script(`new (require("worker_threads").Worker)(${JSON.stringify(start)}, { eval: true })`),
      log,
    );
    assert.ok((memory ?? 0) > 350, `memory ${memory ?? 0}`);
  });

  it("keeps what the command prints", async () => {
    await measureProcess(script("console.log('xong'); console.error('hết')"), log);
    assert.equal(readFileSync(log, "utf8"), "xong\nhết\n");
  });

  it("passes the environment on", async () => {
    const command = { ...script("console.log(process.env.PEER)"), environment: { PEER: "hugo" } };
    await measureProcess(command, log);
    assert.equal(readFileSync(log, "utf8"), "hugo\n");
  });

  it("fails with the command and the end of its output", async () => {
    await assert.rejects(measureProcess(script("console.log('hỏng rồi'); process.exit(3)"), log), {
      message: `${process.execPath} -e console.log('hỏng rồi'); process.exit(3) failed: it ended with 3:\nhỏng rồi`,
    });
  });

  it("fails where the program is not there", async () => {
    await assert.rejects(
      measureProcess({ program: "no-such-program", args: ["x"], folder }, log),
      /^Error: no-such-program x failed: spawn no-such-program ENOENT$/,
    );
  });
});
