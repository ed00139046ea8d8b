import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const LAYOUTS = join(ROOT, "layouts");

/** Folders and files that decide what a build makes of its content. */
const PARTS = ["layouts", "scripts/lib", "assets", "package-lock.json", ".eleventy.ts"];

/**
 * A fingerprint of the program itself: with another one, nothing cached is used.
 * @returns 16 hex digits.
 */
export function programFingerprint(): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    const absolute = join(ROOT, path);
    const entries = readdirSync(absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) add(inner);
      else
        hash
          .update(inner)
          .update("\0")
          .update(readFileSync(join(ROOT, inner)));
    }
  };
  for (const part of PARTS) {
    if (/\.\w+$/.test(part))
      hash
        .update(part)
        .update("\0")
        .update(readFileSync(join(ROOT, part)));
    else add(part);
  }
  return hash.digest("hex").slice(0, 16);
}
