import { readFileSync } from "node:fs";

/**
 * Versions of what decides the bytes of an encoded picture: sharp and the libvips that it brings. Read from its package,
 * for every build asks and sharp itself takes long to load.
 */
export const encoderVersions: string = versionsOf(new URL("../package.json", import.meta.resolve("sharp")));

function versionsOf(file: URL): string {
  // The manifest of a package that npm installed.
  const { version, optionalDependencies } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  return JSON.stringify({ version, optionalDependencies });
}
