/** Makes `[data-print]` buttons print the page. */
export function startPrint(): void {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
}
