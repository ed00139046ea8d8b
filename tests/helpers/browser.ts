import chromium from "@sparticuz/chromium";
import { type Browser, chromium as engine } from "playwright-core";

/**
 * Starts the browser of the tests: the one at `CHROMIUM_PATH`, else the one that npm installed.
 * @param args more of Chromium's own flags: `["--remote-debugging-port=41234"]`
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? (await chromium.executablePath());
  return engine.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...args,
    ],
  });
}
