import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface FixtureOptions {
  readonly folder: string;
  readonly baseUrl: string;
  /** Appears on every page and in the style sheet, so that a mixture of two releases can be seen. */
  readonly marker: string;
  readonly articles: number;
  readonly redirects: readonly object[];
}

export const FIXTURE: Omit<FixtureOptions, "folder"> = {
  baseUrl: "https://btg.example.vn/",
  marker: "phát hành 1",
  articles: 20,
  redirects: [
    { from: "/tin/12.html", to: "/2022/07/bai-viet-2/", status: 301 },
    { from: "/xem.aspx?id=7", to: "/2022/07/bai-viet-3/", status: 301 },
    { from: "/tạm-thời/", to: "/2022/07/bai-viet-4/", status: 302 },
    { from: "/da-go/", status: 410 },
    { from: "/bai.htm", to: "/2022/07/bai-viet-5/", status: 301, host: "tuyengiao.example.vn" },
  ],
};

/** Writes a small finished site, as a build leaves it. */
export function writeFixtureSite(
  given: Partial<FixtureOptions> & Pick<FixtureOptions, "folder">,
): FixtureOptions {
  const options = { ...FIXTURE, ...given };
  const { folder, marker, baseUrl } = options;
  const base = new URL(baseUrl).pathname;
  rmSync(folder, { recursive: true, force: true });
  const style = `:root { --release: "${marker}"; }\n${"main { max-width: 40rem; }\n".repeat(20)}`;
  const stylePath = `assets/site-${shortHash(style)}.css`;
  const articles = Array.from({ length: options.articles }, (_, index) => `2022/07/bai-viet-${index}/`);
  const paths = ["", "tim-kiem/", ...articles];
  const list = articles.map((path) => `<li><a href="${base}${path}">Bài viết</a>`).join("");
  const page = (path: string, body: string) => `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Trang ${path}</title>
<link rel="canonical" href="${baseUrl}${path}"><link rel="stylesheet" href="${base}${stylePath}">
<main data-release="${marker}">${body}</main>
`;
  const files: Readonly<Record<string, string | Uint8Array>> = {
    "index.html": page("", `<ul>${list}</ul>`),
    "tim-kiem/index.html": page("tim-kiem/", "<form></form>"),
    "404.html": page("404.html", "Không tìm thấy trang"),
    ...Object.fromEntries(
      articles.map((path, index) => [
        `${path}index.html`,
        page(path, `<p>${PROSE.repeat(6 + (index % 5))}</p>`),
      ]),
    ),
    [stylePath]: style,
    "pictures/hoi-truong-4f1c2a9b-800.webp": Uint8Array.from(
      { length: 4000 },
      (_, index) => (index * 7919) % 251,
    ),
    "rss.xml": `<?xml version="1.0"?><rss version="2.0"><channel><title>${PROSE}</title></channel></rss>`,
    "feed.json": JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: PROSE.repeat(3) }),
    "sitemap.xml": `<urlset>${paths.map((path) => `<url><loc>${baseUrl}${path}</loc></url>`).join("")}</urlset>`,
    "robots.txt": "User-agent: *\nAllow: /\n",
    "sw.js": `const release = ${JSON.stringify(marker)};\n`,
    "pagefind/pagefind-entry.json": JSON.stringify({
      version: "1.6.0",
      languages: { vi: { page_count: 20 } },
    }),
    "pagefind/fragment/vi_4f1c2a9.pf_fragment": Uint8Array.from([31, 139, 8, 0, 1, 2, 3]),
    "paths.json": JSON.stringify(paths.map((path) => base + path).sort()),
    "redirects.json": JSON.stringify(options.redirects),
    "next-publish.json": JSON.stringify({ at: null }),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
    writeFileSync(`${folder}/${path}`, content);
  }
  return options;
}

const PROSE =
  "Ban Tuyên giáo Tỉnh ủy hướng dẫn tuyên truyền kết quả sơ kết công tác sáu tháng đầu năm tới các chi bộ, đảng bộ cơ sở. ";

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
