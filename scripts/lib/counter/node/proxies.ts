/** Whose word about the reader's address is believed. */
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/**
 * Reads the reader's address of a request: X-Real-IP when the connection comes from a trusted proxy and the header is
 * an address, else the address of the connection.
 * @param proxies Addresses or CIDR blocks (`127.0.0.1`, `10.0.0.0/8`, `::1`).
 * @throws Error naming every entry that is neither.
 * @example readerAddress(["127.0.0.1"])(request) // "203.0.113.9"
 */
export function readerAddress(proxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = new BlockList();
  const wrong = proxies.filter((proxy) => !trust(trusted, proxy));
  if (wrong.length > 0) throw new Error(`COUNTER_PROXIES: not an address or CIDR block: ${wrong.join(", ")}`);
  // A proxy sends many requests in a row: the last verdict is nearly always the next.
  let last: string | undefined;
  let connected = "";
  let trusts = false;
  return ({ socket, headers }) => {
    if (socket.remoteAddress !== last) {
      last = socket.remoteAddress;
      connected = (last ?? "").replace(/^::ffff:(?=\d+\.)/, "");
      trusts = connected !== "" && trusted.check(connected, isIP(connected) === 6 ? "ipv6" : "ipv4");
    }
    const told = trusts ? headers["x-real-ip"] : undefined;
    return typeof told === "string" && isIP(told) !== 0 ? told : connected;
  };
}

function trust(list: BlockList, proxy: string): boolean {
  const [address = "", prefix] = proxy.split("/", 2);
  const family = address.includes(":") ? "ipv6" : "ipv4";
  try {
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix || "none"), family);
    return true;
  } catch {
    return false;
  }
}
