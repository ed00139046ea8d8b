/** Which requests are a person reading a page. */
import { isbot } from "isbot";

/** Why a well-formed hit is answered but not counted. */
export type NotCounted = "robot" | "prefetch" | "opt-out";

/** Reads a request header by its lower-case name; empty when absent. */
export type Header = (name: string) => string;

const KNOWN_AGENTS_MAX = 5000;
const knownAgents = new Map<string, boolean>();

/**
 * Why this request does not count, or null when it does.
 * Prefetch and prerender say so in Sec-Purpose (older browsers: Purpose, X-Purpose, X-Moz); GPC and DNT are the
 * reader's own wish.
 * @example reasonNotToCount((name) => (name === "dnt" ? "1" : "")) // "opt-out"
 */
export function reasonNotToCount(header: Header): NotCounted | null {
  if (header("sec-gpc") === "1" || header("dnt") === "1") return "opt-out";
  const purpose = header("sec-purpose") + header("purpose") + header("x-purpose") + header("x-moz");
  if (purpose !== "" && /prefetch|prerender|preview/i.test(purpose)) return "prefetch";
  return isRobot(header("user-agent")) ? "robot" : null;
}

/**
 * Whether a user agent is a robot. The in-app browser of Zalo is a person also where it names no browser.
 * @example isRobot("coccocbot-web/1.0 (+http://help.coccoc.com/searchengine)") // true
 */
export function isRobot(agent: string): boolean {
  const known = knownAgents.get(agent);
  if (known !== undefined) return known;
  const robot = agent === "" || (isbot(agent) && !/\bZalo (?:android|ios)\/\d/i.test(agent));
  if (knownAgents.size >= KNOWN_AGENTS_MAX) knownAgents.clear();
  knownAgents.set(agent, robot);
  return robot;
}
