/** Parts of an article page that a saved copy leaves out. */
const LEFT_OUT = ".share, .reading-tools, .colophon, script, [data-needs-js]";

/** Looks of a saved copy; it stands alone, so it brings its own. */
const LOOKS =
  "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.65 'Be Vietnam Pro',Arial,sans-serif}" +
  "img,video{max-width:100%;height:auto}figure{margin:1.5rem 0}figcaption,footer,.article-meta{color:#4f4843}" +
  "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3rem .6rem}.lead{font-weight:600}svg{display:none}";

/**
 * Makes `<a download data-save>` save a copy that stands alone: pictures inside, links absolute, no script.
 * Where that fails, the link saves the page as it is.
 */
export function startSave(): void {
  const link = document.querySelector<HTMLAnchorElement>("a[data-save]");
  const article = document.querySelector<HTMLElement>("main article");
  if (link === null || article === null) return;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    void standaloneCopy(article).then((html) => {
      const address = URL.createObjectURL(new Blob([html], { type: "text/html" }));
      const save = document.createElement("a");
      save.href = address;
      save.download = link.download;
      save.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    });
  });
}

async function standaloneCopy(article: HTMLElement): Promise<string> {
  const copy = article.cloneNode(true) as HTMLElement; // cloneNode is typed as Node; the clone has the type of its original
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  for (const source of copy.querySelectorAll("picture source")) source.remove();
  for (const anchor of copy.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    if (!anchor.getAttribute("href")?.startsWith("#")) anchor.setAttribute("href", anchor.href);
  }
  await Promise.all([...copy.querySelectorAll("img")].map(embed));
  const title = document.title.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const from = location.href.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return (
    `<!doctype html><html lang="${document.documentElement.lang}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${title}</title><style>${LOOKS}</style></head>` +
    `<body>${copy.outerHTML}<p>Lưu từ <a href="${from}">${from}</a></p></body></html>`
  );
}

/** Puts a picture's bytes in its place; a picture that cannot be fetched keeps its absolute address. */
async function embed(image: HTMLImageElement): Promise<void> {
  const address = image.src;
  image.removeAttribute("loading");
  image.src = address;
  try {
    const blob = await (await fetch(address)).blob();
    image.src = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : address);
      reader.onerror = () => reject(new Error("unreadable picture"));
      reader.readAsDataURL(blob);
    });
  } catch {
    // Offline: the address stays.
  }
}
