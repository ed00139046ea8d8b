/**
 * Arrow keys go from the field into the results and between them; Escape goes back to the field.
 * @param list the results, each with a link in an `<h2>`.
 */
export function moveFocus(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const links = Array.from(list.querySelectorAll<HTMLElement>("h2 a"));
  const place = links.indexOf(document.activeElement as HTMLElement); // -1 for any other element
  const inField = document.activeElement === input;
  if (!inField && place < 0) return;
  if (event.key === "ArrowDown" && links[place + 1] !== undefined) links[place + 1]?.focus();
  else if (event.key === "ArrowUp" && place >= 0) (links[place - 1] ?? input).focus();
  else if (event.key === "Escape" && place >= 0) input.focus();
  else return;
  event.preventDefault();
}
