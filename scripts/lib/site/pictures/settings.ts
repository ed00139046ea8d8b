import { hash } from "node:crypto";
import { encoderVersions } from "./encoder-versions.ts";

/** How pictures are encoded. Whatever changes here, or a new encoder, makes a new part of the cache. */
export const SETTINGS = {
  /** Widths in pixels: a list's thumbnail, a phone's card, a phone's full width at twice the density, a sharp desktop column. */
  widths: [240, 480, 800, 1280],
  /** The tallest variant: infographics are long, and encoders stop at 16,384. */
  maxHeight: 8000,
  /** A variant is left out where the next larger one is less than this much wider. */
  minStep: 1.15,
  avif: {
    widths: [240, 480, 800, 1280],
    /** Tried in order until the file is small enough: a crowd in a rice field needs less quality than a face. */
    qualities: [50, 42, 34],
    bytesPerPixel: 0.085,
    /** Effort 3 gives files as small as 4 in a fifth of the time (libaom 3.12). */
    effort: 3,
  },
  webp: { widths: [240, 480, 800], quality: 72, effort: 4 },
  jpeg: { widths: [240, 480, 800], quality: 75 },
} as const;

/** Above this a picture is refused before it is decoded: 12,000 × 10,000. */
export const MAX_PIXELS = 120_000_000;
/** Above this a file is refused before it is read. */
export const MAX_PICTURE_BYTES = 60_000_000;

/** Name of the cache's part for these settings. */
export const SETTINGS_VERSION: string = hash("sha256", JSON.stringify(SETTINGS) + encoderVersions).slice(
  0,
  12,
);
