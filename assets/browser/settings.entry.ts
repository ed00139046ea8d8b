/** Runs before the first paint: no flash of another theme, no jump of the text. Kept under 500 bytes. */
const root = document.documentElement;
// Buttons that need the page's module appear only where modules run.
if ("noModule" in HTMLScriptElement.prototype) root.dataset["js"] = "";
try {
  root.dataset["theme"] = localStorage.getItem("theme") ?? "";
  root.dataset["textSize"] = localStorage.getItem("text-size") ?? "0";
} catch {
  // Storage is switched off: the device's own settings hold.
}
