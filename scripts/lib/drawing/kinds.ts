import type { Canvas } from "./canvas.ts";
import { drawHall, type HallPlan } from "./scenes/hall.ts";
import { drawLectern, type LecternPlan } from "./scenes/lectern.ts";

/** One picture of the portal: where it lies below `content/articles`, and how it is drawn. */
export interface Picture {
  readonly file: string;
  readonly draw: (width: number, height: number) => Canvas;
  /** Pixels drawn across; solids are drawn smaller than landscapes, as they take longer. */
  readonly drawnWidth: number;
  readonly exposure: number;
}

/** A landscape. `file` lacks `.jpg`. */
export function land(file: string, draw: Picture["draw"], exposure = 0.86): Picture {
  return { file: `${file}.jpg`, draw, drawnWidth: 2000, exposure };
}

/** A scene of solids. */
export function room(file: string, draw: Picture["draw"], exposure = 0.92): Picture {
  return { file: `${file}.jpg`, draw, drawnWidth: 1280, exposure };
}

/** A conference hall. */
export function hall(file: string, plan: HallPlan): Picture {
  return room(file, (w, h) => drawHall(plan, w, h), 1.15);
}

/** A speaker at a lectern. */
export function lectern(file: string, plan: LecternPlan): Picture {
  return room(file, (w, h) => drawLectern(plan, w, h));
}
