import { verifyAsync } from "@noble/ed25519";

/**
 * Checks an Ed25519 signature (RFC 8032). Loaded only by the page that needs it: browsers before 2025 lack it.
 * @param signature 64 bytes, base64
 * @param publicKey 32 bytes, base64
 */
export async function isSignatureValid(text: string, signature: string, publicKey: string): Promise<boolean> {
  try {
    return await verifyAsync(fromBase64(signature), new TextEncoder().encode(text), fromBase64(publicKey));
  } catch {
    return false; // malformed signature or key
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
}
