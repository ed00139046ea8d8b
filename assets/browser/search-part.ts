/**
 * Finds an element that layouts/search.njk has.
 * @throws Error where the layout lacks it.
 * @example part<HTMLInputElement>(form, "input").value
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the layout, not the caller, fixes the type of the element
export function part<T extends HTMLElement = HTMLElement>(root: HTMLElement, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (found === null) throw new Error(`the search page has no ${selector}`);
  return found;
}
