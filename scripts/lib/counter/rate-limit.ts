/** A limit for each address in a fixed piece of memory, whatever an attacker sends. */

const SLOTS = 1 << 18;
const WINDOW_MS = 60_000;

/** Counts one hit of a network address; false when it is over its limit. */
export type RateLimit = (network: string, now: number) => boolean;

/**
 * A limiter of `perMinute` hits in each minute. Addresses are hashed (FNV-1a from a start that changes every minute)
 * into 262,144 slots of two bytes: two addresses that share a slot for a minute share a limit, nothing else is lost,
 * and no address is kept.
 * @param random A number from 0 to 1 (excluded); picks the start of the hash.
 * @example const allows = createRateLimit(1200, Math.random); allows("203.0.113.9", Date.now())
 */
export function createRateLimit(perMinute: number, random: () => number): RateLimit {
  const slots = new Uint16Array(SLOTS);
  let minute = -1;
  let start = 0;
  return (network, now) => {
    const current = Math.floor(now / WINDOW_MS);
    if (current !== minute) {
      minute = current;
      start = Math.floor(random() * 2 ** 32);
      slots.fill(0);
    }
    let hash = start;
    for (let i = 0; i < network.length; i++) hash = Math.imul(hash ^ network.charCodeAt(i), 16_777_619);
    const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    const used = slots[slot] ?? 0;
    if (used >= perMinute) return false;
    slots[slot] = used + 1;
    return true;
  };
}
