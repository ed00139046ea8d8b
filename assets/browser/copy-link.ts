/** Makes `<button data-copy="address">` copy its address and say so in its label. */
export function startCopyLink(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    const label = button.querySelector("[data-copy-label]");
    const words = label?.textContent ?? "";
    button.addEventListener("click", () => {
      void copyText(button.dataset["copy"] ?? "").then((done) => {
        if (label === null) return;
        label.textContent = done ? "Đã sao chép" : "Không sao chép được";
        setTimeout(() => (label.textContent = words), 3000);
      });
    });
  }
}

/** The clipboard needs TLS and leave; inside some apps only the old command works. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    // The old command is all that browsers without a clipboard have.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
