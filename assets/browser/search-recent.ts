const KEY = "tim-gan-day";
const MOST = 8;

/** The reader’s latest queries, newest first; they never leave the device. */
export function recentQueries(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored)
      ? stored.filter((query): query is string => typeof query === "string").slice(0, MOST)
      : [];
  } catch {
    return [];
  }
}

/** Remembers a query that the reader used. */
export function rememberQuery(query: string): void {
  const text = query.trim().slice(0, 100);
  if (text.length < 2) return;
  store(
    [text, ...recentQueries().filter((known) => known.toLowerCase() !== text.toLowerCase())].slice(0, MOST),
  );
}

/** Forgets all queries. */
export function forgetQueries(): void {
  store([]);
}

function store(queries: readonly string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // Storage is full or forbidden: searching works without it.
  }
}
