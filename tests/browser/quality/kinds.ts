import type { RealPage, RealSite } from "../../helpers/real-site.ts";

/** Which page stands for a kind: the richest that fits. */
type Choice = (page: RealPage, site: RealSite) => boolean;

const at =
  (path: string): Choice =>
  (page) =>
    page.path === path;
const laidOutAs =
  (layout: string): Choice =>
  (page) =>
    page.layout === layout;
const below =
  (prefix: string): Choice =>
  (page) =>
    page.path.startsWith(prefix);
/** An article of the list that collects its format. */
const listedOn =
  (list: string): Choice =>
  (page, site) =>
    page.layout === "article" && (site.pages.get(list)?.html.includes(`href="${page.path}"`) ?? false);

const CHOICES: Readonly<Record<string, Choice>> = {
  "front page": at("/"),
  section: below("/chuyen-muc/"),
  "page 2 of a list": (page) => /\/trang-2\/$/.test(page.path),
  tag: (page) => /^\/the\/./.test(page.path),
  "list of tags": at("/the/"),
  author: (page) => /^\/tac-gia\/[^/]+\/$/.test(page.path),
  topic: (page) => /^\/dong-su-kien\/./.test(page.path),
  place: (page) => /^\/dia-ban\/./.test(page.path),
  year: (page) => /^\/\d{4}\/$/.test(page.path),
  month: (page) => /^\/\d{4}\/\d{2}\/$/.test(page.path),
  archive: at("/luu-tru/"),
  "news article": (page) => page.layout === "article" && /class="footnotes|class="figure/.test(page.html),
  "photo article": listedOn("/thu-vien/anh/"),
  "video article": listedOn("/thu-vien/video/"),
  "audio article": listedOn("/thu-vien/am-thanh/"),
  "infographic article": listedOn("/thu-vien/do-hoa/"),
  "photo library": at("/thu-vien/anh/"),
  "video library": at("/thu-vien/video/"),
  notices: at("/thong-bao/"),
  notice: laidOutAs("notice"),
  documents: at("/van-ban/"),
  document: laidOutAs("document"),
  "internal bulletins": at("/ban-tin-noi-bo/"),
  page: below("/huong-dan/"),
  organisation: laidOutAs("organisation"),
  calendar: laidOutAs("calendar"),
  "site map": at("/so-do-cong/"),
  feeds: laidOutAs("feeds"),
  search: laidOutAs("search"),
  statistics: laidOutAs("statistics"),
  verify: laidOutAs("verify"),
  "error page": at("/404.html"),
  "offline page": at("/ngoai-tuyen/"),
};

/** One page for each kind, by the name of the kind: the longest that fits. */
export function pagesByKind(site: RealSite): ReadonlyMap<string, RealPage> {
  const byLength = [...site.pages.values()].sort((a, b) => b.html.length - a.html.length);
  const found = Object.entries(CHOICES).map(([kind, fits]) => {
    const page = byLength.find((candidate) => fits(candidate, site));
    if (page === undefined) throw new Error(`The content has no page of the kind "${kind}".`);
    return [kind, page] as const;
  });
  return new Map(found);
}
