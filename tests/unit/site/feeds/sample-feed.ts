import type { Feed, FeedItem } from "#site/feeds/feed.ts";

/** A piece with everything that a feed can carry. */
export const SAMPLE_ITEM: FeedItem = {
  url: "https://mau.example/btg/2022/07/ha-giang-so-ket/",
  title: "Hà Giang sơ kết công tác tuyên giáo",
  lead: "Hội nghị đánh giá kết quả 6 tháng đầu năm.",
  published: Date.UTC(2022, 6, 8, 9, 43),
  updated: Date.UTC(2022, 6, 9, 1, 0),
  authors: [
    { name: "Tổ Tin bài", url: "https://mau.example/btg/tac-gia/to-tin-bai/" },
    { name: "Nhóm Phóng viên", url: null },
  ],
  section: "Tin tức - Sự kiện",
  tags: ["Hội nghị", "Sơ kết"],
  language: "vi",
  image: {
    url: "https://mau.example/btg/anh/hoi-truong-800.jpg",
    type: "image/jpeg",
    bytes: 81_234,
    width: 800,
    height: 500,
    alt: "Quang cảnh hội trường",
  },
  html: "<p>Toàn văn & số liệu.</p>",
};

/** The feed of a portal under a sub-path with one piece; `change` replaces fields. */
export function sampleFeed(change: Partial<Feed> = {}): Feed {
  return {
    title: "Cổng thông tin Tuyên giáo tỉnh Mẫu",
    description: "Tin tức, văn bản và tài liệu",
    language: "vi",
    page: "https://mau.example/btg/",
    addresses: {
      rss: "https://mau.example/btg/rss.xml",
      atom: "https://mau.example/btg/atom.xml",
      json: "https://mau.example/btg/feed.json",
    },
    publisher: "Ban Tuyên giáo Tỉnh ủy",
    rights: "Ghi rõ nguồn khi sử dụng lại thông tin",
    icon: "https://mau.example/btg/assets/icon-192.png",
    items: [SAMPLE_ITEM],
    now: Date.UTC(2026, 9, 1),
    ...change,
  };
}
