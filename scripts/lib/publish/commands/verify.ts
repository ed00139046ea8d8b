import type { CommandContext } from "./context.ts";
import { UsageError, type CommandOptions } from "../command-options.ts";
import { isIntact } from "../compare-files.ts";
import { fingerprintOf } from "../signature.ts";
import { verifyFolder, type Verification } from "../verify-folder.ts";
import { verifyHost } from "../verify-host.ts";

/**
 * `publish verify <url-or-folder>`: compares with the signed manifest.
 * @returns false where anything differs
 */
export async function verify(options: CommandOptions, { print, nonce }: CommandContext): Promise<boolean> {
  const place = options.words[0];
  if (place === undefined)
    throw new UsageError("verify what? Give an address (https://btg.example.vn/) or a folder");
  const result = /^https?:\/\//.test(place)
    ? await verifyHost(place, options.publicKey, `${nonce}/`)
    : await verifyFolder(place, options.publicKey);
  for (const line of describe(result, options.publicKey)) print(line);
  return isIntact(result);
}

function describe(result: Verification, expectedKey: string | null): readonly string[] {
  const { root, changed, missing, extra } = result;
  const signed = root.key === null ? "not signed" : `signed by ${fingerprintOf(root.key)}`;
  return [
    `release ${root.release} of ${root.site}, ${signed}`,
    ...(expectedKey === null && root.key !== null
      ? [
          "note: compare that fingerprint with the one you keep, or give --public-key, so that a forged key is seen",
        ]
      : []),
    ...changed.map((path) => `changed  ${path}`),
    ...missing.map((path) => `missing  ${path}`),
    ...extra.map((path) => `extra    ${path}`),
    isIntact(result)
      ? `${root.files} files, all as published`
      : `${changed.length} changed, ${missing.length} missing, ${extra.length} extra of ${root.files} files`,
  ];
}
