/**
 * Runs `work` on each item, at most `limit` at a time, in order of the items. Rejects with the first error, after
 * the work that had begun has ended.
 *
 * @example await eachOf(files, 2, async (file) => encode(file))
 */
export async function eachOf<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const lanes = Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, async () => {
    for (const item of left) await work(item);
  });
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}
