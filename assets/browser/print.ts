/** Printing does not wait longer for pictures, in milliseconds. */
const PATIENCE = 3000;

/** Makes `[data-print]` buttons print the page, once the pictures of its text are there. */
export function startPrint(): void {
  addEventListener("beforeprint", () => void loadPictures());
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => void loadPictures().then(() => print()));
  }
}

/** Fetches the pictures that wait until a reader scrolls to them; paper is not scrolled. */
function loadPictures(): Promise<unknown> {
  const pictures = [...document.querySelectorAll<HTMLImageElement>("figure img[loading=lazy]")];
  const loaded = pictures.map((picture) => {
    picture.loading = "eager";
    return picture.decode().catch(() => undefined);
  });
  return Promise.race([Promise.all(loaded), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
