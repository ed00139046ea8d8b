import { readFileSync } from "node:fs";
import type { CommandContext } from "./context.ts";
import { UsageError, type CommandOptions } from "../command-options.ts";
import { isDue } from "../due.ts";

/**
 * `publish due <address-or-file of next-publish.json>`: prints `due` or `not due`, for the CI's schedule. A site that
 * has no such file yet is due.
 */
export async function due({ words }: CommandOptions, { print, now }: CommandContext): Promise<void> {
  const place = words[0];
  if (place === undefined) throw new UsageError("due: give the address or file of next-publish.json");
  const text = /^https?:\/\//.test(place) ? await fetchText(place) : readFileSync(place, "utf8");
  print(text === null || isDue(JSON.parse(text), now) ? "due" : "not due");
}

async function fetchText(url: string): Promise<string | null> {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response.text();
}
