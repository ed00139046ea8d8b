import type { ArticleView } from "../views/page.ts";

/**
 * Links that share an address: plain links, no script of the services.
 * @param url absolute address of the page.
 * @example shareLinks("Tiêu đề", "https://host/2022/07/x/")[1].url // "https://www.facebook.com/sharer/sharer.php?u=…"
 */
export function shareLinks(title: string, url: string): ArticleView["share"] {
  const address = encodeURIComponent(url);
  const text = encodeURIComponent(title);
  return [
    { key: "zalo", name: "Zalo", url: `https://sp.zalo.me/share_inline?url=${address}` },
    { key: "facebook", name: "Facebook", url: `https://www.facebook.com/sharer/sharer.php?u=${address}` },
    { key: "viber", name: "Viber", url: `viber://forward?text=${text}%20${address}` },
    { key: "email", name: "Thư điện tử", url: `mailto:?subject=${text}&body=${text}%0A${address}` },
  ];
}
