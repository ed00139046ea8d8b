/**
 * A point in time as an editor wrote it, in the one zone of the portal (Asia/Ho_Chi_Minh, UTC+7, no summer time since 1975).
 * A date without a time is that day there, never UTC midnight.
 */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z. A date alone stands for 00:00 in Việt Nam. */
  readonly epoch: number;
  /** Whether the editor wrote a time; without one none is shown. */
  readonly hasTime: boolean;
}
