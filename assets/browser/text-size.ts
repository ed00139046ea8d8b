import { storeChoice } from "./stored-choice.ts";

/** Steps that the style sheet knows: `[data-text-size="-1"]` to `[data-text-size="4"]`. */
const SMALLEST = -1;
const LARGEST = 4;

/**
 * The step after a press of A-, A or A+.
 * @param change -1, 0 (back to normal) or 1
 * @returns a step of the style sheet; `nextTextSize(4, 1)` is 4
 */
export function nextTextSize(current: number, change: number): number {
  if (change === 0) return 0;
  return Math.min(LARGEST, Math.max(SMALLEST, current + change));
}

/** Makes the buttons `[data-text-size]` below `body` change the size of all text. */
export function startTextSize(): void {
  const { dataset } = document.documentElement;
  for (const button of document.querySelectorAll<HTMLElement>("body [data-text-size]")) {
    button.addEventListener("click", () => {
      const size = String(nextTextSize(Number(dataset["textSize"] ?? 0), Number(button.dataset["textSize"])));
      dataset["textSize"] = size;
      storeChoice("text-size", size);
    });
  }
}
