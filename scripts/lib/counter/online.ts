/** Readers of the last five minutes, in constant time for each view: one bucket for each second. */

/** A reader is online for five minutes after a view. */
export const ONLINE_MS = 300_000;
const SECONDS = ONLINE_MS / 1000;

/** How many visitors had their last view within {@link ONLINE_MS}. */
export interface OnlineWindow {
  /** Moves a visitor's last view from one instant (null: none) to another, in milliseconds. */
  move(from: number | null, to: number): void;
  count(now: number): number;
}

/**
 * An empty window. A clock that steps back empties it: call {@link OnlineWindow.move} again for each visitor.
 * @example const online = createOnlineWindow(); online.move(null, 1000); online.count(2000) // 1
 */
export function createOnlineWindow(): OnlineWindow {
  const buckets = new Int32Array(SECONDS);
  let newest = 0;
  let sum = 0;
  const advance = (second: number): void => {
    if (second - newest >= SECONDS) {
      buckets.fill(0);
      sum = 0;
      newest = second;
    }
    while (newest < second) {
      newest += 1;
      sum -= buckets[newest % SECONDS] ?? 0;
      buckets[newest % SECONDS] = 0;
    }
  };
  const add = (second: number, n: number): void => {
    if (second > newest || second <= newest - SECONDS || second < 0) return;
    buckets[second % SECONDS] = (buckets[second % SECONDS] ?? 0) + n;
    sum += n;
  };
  return {
    move(from, to) {
      const second = Math.floor(to / 1000);
      advance(second);
      if (from !== null) add(Math.floor(from / 1000), -1);
      add(second, 1);
    },
    count(now) {
      advance(Math.floor(now / 1000));
      return sum;
    },
  };
}
