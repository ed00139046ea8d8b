import type { CommandContext } from "./context.ts";
import { generateSigningKey, SIGNING_KEY_VARIABLE } from "../signature.ts";

/** `publish keygen`: prints a new key pair and what to do with each half. Nothing is written to disk. */
export function keygen({ print }: CommandContext): void {
  const pair = generateSigningKey();
  print(
    `secret, for the CI's protected variables and a sealed envelope only:\n  ${SIGNING_KEY_VARIABLE}=${pair.privateKey}`,
  );
  print(`public, for everybody who checks:\n  TRANG_TIN_PUBLIC_KEY=${pair.publicKey}`);
  print(`fingerprint, to print on paper and to read out on the telephone:\n  ${pair.fingerprint}`);
}
