/**
 * Tells whether a scheduled page is to appear or go.
 * @param json parsed `next-publish.json`: `{"at": ISO 8601 or null}`
 * @throws RangeError for any other form
 * @example isDue({ at: "2026-07-17T08:00:00+07:00" }, new Date("2026-07-17T01:00:00Z")) // true
 */
export function isDue(json: unknown, now: Date): boolean {
  const at = typeof json === "object" && json !== null && "at" in json ? json.at : undefined;
  if (at === null) return false;
  const moment = typeof at === "string" ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(moment))
    throw new RangeError('next-publish.json: expected {"at": "2026-07-17T08:00:00+07:00"} or {"at": null}');
  return moment <= now.getTime();
}
