/** Keeps a choice on this device; where storage is switched off it lasts as long as the page. */
export function storeChoice(key: "theme" | "text-size", value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the page itself already shows the choice.
  }
}
