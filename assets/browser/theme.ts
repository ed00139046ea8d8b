import { storeChoice } from "./stored-choice.ts";

/** Makes the buttons `[data-theme-choice]` switch the theme; the empty choice follows the device. */
export function startTheme(): void {
  const { dataset } = document.documentElement;
  const buttons = [...document.querySelectorAll<HTMLElement>("[data-theme-choice]")];
  const show = (theme: string) => {
    dataset["theme"] = theme;
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset["themeChoice"] === theme));
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const theme = button.dataset["themeChoice"] ?? "";
      show(theme);
      storeChoice("theme", theme);
    });
  }
  show(dataset["theme"] ?? "");
}
