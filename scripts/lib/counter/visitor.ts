/** Who is the same reader within one day, without keeping an address. */

/** The first 64 hexadecimal digits of SHA-256 of a text. */
export type Digest = (text: string) => string;

/**
 * The network part of an address: an IPv4 address whole, an IPv6 address as its /64 (one household or phone).
 * An IPv4 address written as IPv6 (`::ffff:203.0.113.9`) is IPv4. Other text is returned as it is.
 * @example networkOf("2001:db8::1") // "2001:db8:0:0"
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const bare = address
    .toLowerCase()
    .replace(/%.*/, "")
    .replace(/^::ffff:(?=\d+\.)/, "");
  if (!bare.includes(":")) return bare;
  const [head = "", tail] = bare.split("::", 2);
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  const groups = [...left, ...middle, ...right].slice(0, 4);
  return groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}

/**
 * The key of a visitor on one day: 52 bits of SHA-256(salt, network, user agent), so that it fits a JavaScript integer.
 * Among a million visitors two share a key with probability 0.0001. Without the salt it says nothing about the address.
 * @param salt The day's random salt; it is thrown away half an hour after the day.
 */
export function visitorKey(digest: Digest, salt: string, network: string, agent: string): number {
  return Number.parseInt(digest(`${salt}\n${network}\n${agent}`).slice(0, 13), 16);
}
