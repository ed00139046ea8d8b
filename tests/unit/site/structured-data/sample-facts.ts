import type { ArticleFacts, PageFacts, SiteFacts } from "#site/structured-data/facts.ts";

export const SITE: SiteFacts = {
  address: "https://mau.example/btg/",
  origin: "https://mau.example",
  name: "Cổng thông tin Tuyên giáo tỉnh Mẫu",
  shortName: "Tuyên giáo Mẫu",
  description: "Tin tức, văn bản và tài liệu",
  language: "vi",
  department: "Ban Tuyên giáo Tỉnh ủy",
  owner: "Tỉnh ủy Mẫu",
  postalAddress: "Số 1 đường Mẫu",
  phone: "0200 000 0000",
  email: "banbientap@mau.example",
  logo: { url: "https://mau.example/btg/assets/icon-512.png", width: 512, height: 512 },
  search: "https://mau.example/btg/tim-kiem/",
};

export const ARTICLE: ArticleFacts = {
  published: "2022-07-08T16:43:00+07:00",
  modified: "2022-07-09T08:00:00+07:00",
  section: "Tin tức - Sự kiện",
  tags: ["Hội nghị", "Sơ kết"],
  authors: [
    { name: "Tổ Tin bài", url: "https://mau.example/btg/tac-gia/to-tin-bai/" },
    { name: "Nguyễn Văn Mẫu", url: null },
  ],
  source: "Báo Mẫu",
  place: "Hà Giang",
  images: ["https://mau.example/btg/anh/hoi-truong-800.jpg"],
};

/** An article page; `change` replaces fields. */
export function articlePage(change: Partial<PageFacts> = {}): PageFacts {
  return {
    url: "https://mau.example/btg/2022/07/ha-giang-so-ket/",
    title: "Hà Giang sơ kết công tác tuyên giáo",
    description: "Hội nghị đánh giá kết quả 6 tháng đầu năm.",
    language: "vi",
    locale: "vi_VN",
    shareImage: "https://mau.example/btg/2022/07/ha-giang-so-ket/chia-se.png",
    shareImageAlt: "Quang cảnh hội trường",
    breadcrumb: [
      { label: "Tin tức - Sự kiện", url: "/btg/chuyen-muc/tin-tuc/" },
      { label: "Hà Giang sơ kết công tác tuyên giáo", url: null },
    ],
    article: ARTICLE,
    ...change,
  };
}

/** The front page. */
export const FRONT_PAGE: PageFacts = {
  ...articlePage(),
  url: SITE.address,
  title: SITE.name,
  description: SITE.description,
  shareImage: null,
  shareImageAlt: null,
  breadcrumb: [],
  article: null,
};
