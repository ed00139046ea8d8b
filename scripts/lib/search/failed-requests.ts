const failures = new Map<string, number>();

/**
 * Counts requests below an address that failed: where a file of the index cannot be had, Pagefind answers as if
 * no page had the word. The global `fetch`, which Pagefind uses, is wrapped once.
 *
 * @param folder address that the requests begin with
 * @returns a function that gives the number of failures so far
 * @example const failed = countFailures('/pagefind/'); failed() // 0
 */
export function countFailures(folder: string): () => number {
  if (failures.size === 0) wrapFetch(globalThis.fetch);
  failures.set(folder, failures.get(folder) ?? 0);
  return () => failures.get(folder) ?? 0;
}

function wrapFetch(before: typeof fetch): void {
  const note = (input: unknown): void => {
    for (const [folder, count] of failures)
      if (typeof input === "string" && input.startsWith(folder)) failures.set(folder, count + 1);
  };
  globalThis.fetch = async (input, init) => {
    try {
      const response = await before(input, init);
      if (!response.ok) note(input);
      return response;
    } catch (error) {
      note(input);
      throw error;
    }
  };
}
