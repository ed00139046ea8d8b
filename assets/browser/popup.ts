/**
 * Makes `<details data-popup>` behave as menus do: Escape, a press elsewhere or focus elsewhere closes them.
 * Without scripts they stay plain details.
 */
export function startPopups(): void {
  const popups = [...document.querySelectorAll<HTMLDetailsElement>("details[data-popup]")];
  const closeOutside = (target: EventTarget | null) => {
    for (const popup of popups) {
      if (popup.open && target instanceof Node && !popup.contains(target)) popup.open = false;
    }
  };
  document.addEventListener("click", (event) => closeOutside(event.target));
  document.addEventListener("focusin", (event) => closeOutside(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const popup of popups.filter((candidate) => candidate.open)) {
      popup.open = false;
      popup.querySelector("summary")?.focus();
    }
  });
}
