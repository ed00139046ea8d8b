import chromium from "@sparticuz/chromium";
import { type Browser, chromium as engine } from "playwright-core";
import { ensureDebianPackages } from "./debian.ts";

/** What the browser of npm takes from the system. */
const LIBRARIES = ["libnss3", "libexpat1"];

/** How often the browser is started: on a busy machine it rarely crashes before any page is open. */
const STARTS = 3;

/**
 * Starts the browser of the tests: the one at `CHROMIUM_PATH`, else the one that npm installed.
 * @param args more of Chromium's own flags: `["--remote-debugging-port=41234"]`
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? (await chromium.executablePath());
  for (let start = 1; ; start += 1) {
    try {
      return await engine.launch({ executablePath, args: [...ARGUMENTS, ...args] });
    } catch (error) {
      const cause = String(error);
      if (start === STARTS) throw error;
      if (cause.includes("error while loading shared libraries")) ensureDebianPackages(LIBRARIES);
      else if (!cause.includes("signal=SIG")) throw error;
    }
  }
}

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
