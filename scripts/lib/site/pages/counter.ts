/** Numbers of the visitor counter as they were when the site was built. */
export interface CounterSnapshotView {
  /** Views by path with base: `275`; formatted for readers. `null` where unknown. */
  views(path: string): string | null;
  readonly top: readonly { readonly path: string; readonly views: string }[];
}

/** A portal without counter, or before its first count. */
export const NO_COUNTS: CounterSnapshotView = { views: () => null, top: [] };
