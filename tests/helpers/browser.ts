import chromium from "@sparticuz/chromium";
import { type Browser, chromium as engine } from "playwright-core";
import { ensureDebianPackages } from "./debian.ts";

/** What the browser of npm takes from the system. */
const LIBRARIES = ["libnss3", "libexpat1"];

/**
 * Starts the browser of the tests: the one at `CHROMIUM_PATH`, else the one that npm installed.
 * @param args more of Chromium's own flags: `["--remote-debugging-port=41234"]`
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? (await chromium.executablePath());
  const start = () => engine.launch({ executablePath, args: [...ARGUMENTS, ...args] });
  return start().catch((error: unknown) => {
    if (!String(error).includes("error while loading shared libraries")) throw error;
    ensureDebianPackages(LIBRARIES);
    return start();
  });
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
