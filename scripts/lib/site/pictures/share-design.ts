/** Measures and colours of the image; pixels. Raise `revision` when the drawing changes otherwise. */
export const SHARE_DESIGN = {
  revision: 1,
  width: 1200,
  height: 630,
  photoWidth: 500,
  margin: 56,
  panel: "#8f1414",
  panelDeep: "#6f0e0e",
  gold: "#e8b44c",
  white: "#ffffff",
  ivory: "#f6e7cf",
  kickerSize: 28,
  titleSizes: [58, 52, 46, 40],
  leading: 1.48,
  footSize: 26,
  /** Tried in order until the file is small enough. */
  qualities: [80, 65, 50],
  maxBytes: 60_000,
} as const;
