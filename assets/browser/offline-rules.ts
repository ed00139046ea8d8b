/** How the service worker answers a request. */
export type OfflineRule = "page" | "asset" | "picture" | "network";

export interface RequestFacts {
  readonly method: string;
  /** `navigate` for pages. */
  readonly mode: string;
  /** `image` for pictures. */
  readonly destination: string;
  readonly url: string;
}

/**
 * Decides what to do with a request.
 * @param scope address of the front page: `https://host/btg/`
 * @returns `page`: network first, then the kept copy; `asset`, `picture`: kept copy first; `network`: not our business
 */
export function offlineRule(request: RequestFacts, scope: string): OfflineRule {
  if (request.method !== "GET" || !request.url.startsWith(scope)) return "network";
  const path = request.url.slice(scope.length);
  if (path.startsWith("api/")) return "network";
  if (path.startsWith("assets/")) return "asset";
  if (request.mode === "navigate") return "page";
  return request.destination === "image" ? "picture" : "network";
}

/**
 * Which entries of a full cache must go: the oldest, so that `limit` remain.
 * @param keys in order of storing, oldest first
 */
export function surplus<Key>(keys: readonly Key[], limit: number): readonly Key[] {
  return keys.slice(0, Math.max(0, keys.length - limit));
}
