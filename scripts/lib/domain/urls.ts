import { slugify } from "./vietnamese/slug.ts";

/*
 * Every address of the portal is built here. Paths are from the portal's root, without its base path; page 1 of a
 * list stands at the list's own address. A published path never changes: see `redirectFrom` and redirects.yml.
 */

/** Address of a kind of page. @example paths.article("2022/07/ha-giang") // "/2022/07/ha-giang/" */
export const paths = {
  home: "/",
  article: (id: string) => `/${id}/`,
  section: (key: string) => `/chuyen-muc/${key}/`,
  tag: (tag: string) => `/the/${slugify(tag)}/`,
  author: (key: string) => `/tac-gia/${key}/`,
  topic: (key: string) => `/dong-su-kien/${key}/`,
  place: (key: string) => `/dia-ban/${key}/`,
  recent: "/tin-moi/",
  archive: "/luu-tru/",
  year: (year: number) => `/${year}/`,
  month: (year: number, month: number) => `/${year}/${String(month).padStart(2, "0")}/`,
  notices: "/thong-bao/",
  notice: (slug: string) => `/thong-bao/${slug}/`,
  documents: "/van-ban/",
  document: (slug: string) => `/van-ban/${slug}/`,
  documentType: (type: string) => `/van-ban/loai/${type}/`,
  bulletins: "/ban-tin-noi-bo/",
  photos: "/thu-vien/anh/",
  videos: "/thu-vien/video/",
  audio: "/thu-vien/am-thanh/",
  infographics: "/thu-vien/do-hoa/",
  organisation: "/co-cau-to-chuc/",
  calendar: "/lich-cong-tac/",
  calendarWeek: (week: string) => `/lich-cong-tac/${week.toLowerCase()}/`,
  siteMap: "/so-do-cong/",
  feeds: "/rss/",
  topics: "/dong-su-kien/",
  tags: "/the/",
  authors: "/tac-gia/",
  places: "/dia-ban/",
  search: "/tim-kiem/",
  statistics: "/thong-ke/",
  verify: "/kiem-tra/",
  offline: "/ngoai-tuyen/",
  text: (path: string) => `/${path}/`,
} as const;

/** Address of page `number` of a list. @example pageOf("/the/hoi-nghi/", 3) // "/the/hoi-nghi/trang-3/" */
export function pageOf(path: string, number: number): string {
  return number === 1 ? path : `${path}trang-${number}/`;
}

/** Where the portal is served: origin and base path, both from `--base-url`. */
export interface Host {
  /** `https://host`, no slash at the end. */
  readonly origin: string;
  /** `/` or `/btg/`. */
  readonly base: string;
}

/**
 * Reads `--base-url`.
 * @throws {Error} with an operator's message where the text is no http(s) address or carries a query or fragment.
 * @example parseHost("https://host/btg") // { origin: "https://host", base: "/btg/" }
 */
export function parseHost(text: string): Host {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw new Error(`--base-url: "${text}" is not an address such as https://host/ or https://host/btg/`);
  }
  return { origin: url.origin, base: url.pathname.endsWith("/") ? url.pathname : `${url.pathname}/` };
}

/** Puts the base path before a path of the portal. @example withBase(host, "/the/") // "/btg/the/" */
export function withBase(host: Host, path: string): string {
  return host.base === "/" ? path : host.base + path.slice(1);
}

/** The absolute address of a path. @example absolute(host, "/the/") // "https://host/btg/the/" */
export function absolute(host: Host, path: string): string {
  return host.origin + withBase(host, path);
}

/** The output file of a page's path. @example outputFile("/the/") // "the/index.html" */
export function outputFile(path: string): string {
  const relative = path.slice(1);
  return relative === "" || relative.endsWith("/") ? `${relative}index.html` : relative;
}
