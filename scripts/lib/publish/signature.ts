import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import { groupHex } from "#domain/manifest.ts";

/** Environment variable that holds the signing key; nothing else reads or stores it. */
export const SIGNING_KEY_VARIABLE = "TRANG_TIN_SIGNING_KEY";

/** A private Ed25519 key with the public key that belongs to it. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** 32 bytes, base64. */
  readonly publicKey: string;
}

/** A fresh key pair, both halves as one line of base64. */
export interface KeyPair {
  /** PKCS #8 in DER: the value of `TRANG_TIN_SIGNING_KEY`. Secret. */
  readonly privateKey: string;
  /** 32 bytes. Public. */
  readonly publicKey: string;
  /** What people compare: `4F1C 2A9B …`, the first 16 bytes of the public key's SHA-256. */
  readonly fingerprint: string;
}

/** Makes a key pair from the system's randomness (RFC 8032). */
export function generateSigningKey(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const text = rawPublicKey(publicKey);
  return {
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
    publicKey: text,
    fingerprint: fingerprintOf(text),
  };
}

/**
 * Reads the signing key from the environment's text.
 * @returns `null` where the text is undefined or empty
 * @throws RangeError where it is no Ed25519 private key
 */
export function parseSigningKey(text: string | undefined): SigningKey | null {
  if (text === undefined || text.trim() === "") return null;
  try {
    const privateKey = createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" });
    if (privateKey.asymmetricKeyType !== "ed25519") throw new RangeError("another kind of key");
    return { privateKey, publicKey: rawPublicKey(createPublicKey(privateKey)) };
  } catch {
    // The cause is left out: it could quote the secret.
    throw new RangeError(
      `${SIGNING_KEY_VARIABLE} is not an Ed25519 private key. Make one with: npm run publish -- keygen`,
    );
  }
}

/** Signs bytes; the signature is 64 bytes as base64. */
export function signText(text: string, key: SigningKey): string {
  return sign(null, Buffer.from(text), key.privateKey).toString("base64");
}

/** Tells whether a signature belongs to the text and the public key (base64, 32 bytes). False for malformed input. */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  const raw = Buffer.from(publicKey, "base64");
  if (raw.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: "der", type: "spki" });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
}

/** What people compare instead of a whole key. */
export function fingerprintOf(publicKey: string): string {
  return groupHex(createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex"), 32);
}

/** DER of a SubjectPublicKeyInfo for Ed25519 up to the 32 bytes of the key (RFC 8410). */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

function rawPublicKey(key: KeyObject): string {
  return key.export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length).toString("base64");
}
