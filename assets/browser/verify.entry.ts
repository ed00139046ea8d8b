import { startVerifyPage } from "./verify-report.ts";

const root = document.querySelector<HTMLElement>("[data-verify]");
if (root !== null) {
  startVerifyPage(root, {
    // A copy kept by the browser or by the offline reader would say nothing about the server.
    fetch: (url) => fetch(url, { cache: "no-store", redirect: "error", credentials: "omit" }),
    resourcesOf: (html) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      const found = [
        ...page.querySelectorAll("script[src], img[src], link[rel=stylesheet], link[rel=modulepreload]"),
      ];
      return found.flatMap((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? []);
    },
    isSignatureValid: async (text, signature, key) => {
      if (typeof BigInt === "undefined") return null;
      const { isSignatureValid } = await import("./ed25519.ts");
      return isSignatureValid(text, signature, key);
    },
  });
}
