/** The box that says why there is no answer, with a button to try again. */
export interface FailureBox {
  /** Shows the box with the sentence that fits. */
  show(error: unknown): void;
  hide(): void;
}

/**
 * Makes the box work: its button tries again, and so does the network when it comes back.
 * @param box the element with `data-search-failure`, a paragraph and a button in it.
 * @example const failure = failureBox(box, () => search()); failure.show(error)
 */
export function failureBox(box: HTMLElement, retry: () => void): FailureBox {
  box.querySelector("button")?.addEventListener("click", retry);
  window.addEventListener("online", () => {
    if (!box.hidden) retry();
  });
  return {
    show(error) {
      console.error(error);
      box.hidden = false;
      // Said aloud, too: the paragraph is an alert, and gets its words once it is there.
      const sentence = navigator.onLine
        ? "Chưa tải được dữ liệu tìm kiếm. Có thể trang vừa được cập nhật hoặc mạng chập chờn."
        : "Máy đang không có mạng, nên chưa tìm được. Xin nối mạng rồi thử lại.";
      box.querySelector("p")?.replaceChildren(sentence);
    },
    hide() {
      box.hidden = true;
      box.querySelector("p")?.replaceChildren();
    },
  };
}
