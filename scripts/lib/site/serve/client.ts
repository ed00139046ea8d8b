/* Runs in pages of the local preview only: loads the page again after a build, shows problems until they are mended. */
const events = new EventSource("/.preview/events");
const PANEL = "trang-tin-problems";

events.addEventListener("reload", () => location.reload());
events.addEventListener("problems", (event: MessageEvent<string>) => {
  document.getElementById(PANEL)?.remove();
  // The server of the preview writes these lines; see dev-server.ts.
  const lines = JSON.parse(event.data) as readonly string[];
  if (lines.length === 0) return;
  const panel = document.createElement("pre");
  panel.id = PANEL;
  panel.setAttribute("role", "alert");
  panel.textContent = ["Bài có lỗi, trang này vẫn là bản trước:", "", ...lines].join("\n");
  Object.assign(panel.style, {
    position: "fixed",
    inset: "auto 0 0 0",
    maxHeight: "60vh",
    overflow: "auto",
    margin: "0",
    padding: "1rem",
    background: "#5c0d0d",
    color: "#fff",
    font: "16px/1.5 monospace",
    whiteSpace: "pre-wrap",
    zIndex: "1000",
  });
  document.body.append(panel);
});
export {};
