import { COMMUNITY_THEMES } from "./themes/community.ts";
import { CULTURE_THEMES } from "./themes/culture.ts";
import { NEWS_THEMES } from "./themes/news.ts";
import { PRESS_THEMES } from "./themes/press.ts";
import type { Theme } from "./themes/theme.ts";

/** The eight sections in the order of the page. */
export const CORPUS_SECTIONS: readonly {
  readonly key: string;
  readonly name: string;
  readonly description: string;
}[] = [
  { key: "tin-tuc", name: "Tin tức - Sự kiện", description: "Hoạt động của cấp ủy và ngành Tuyên giáo" },
  { key: "tuyen-truyen", name: "Tuyên truyền", description: "Thông tin, cổ động, tuyên truyền miệng" },
  { key: "khoa-giao", name: "Khoa giáo", description: "Giáo dục, y tế, khoa học, môi trường" },
  { key: "van-hoa", name: "Văn hóa - Văn nghệ", description: "Đời sống văn hóa, di sản, văn học nghệ thuật" },
  { key: "bao-chi", name: "Báo chí - Xuất bản", description: "Báo chí, xuất bản, thông tin cơ sở" },
  { key: "ly-luan", name: "Lý luận - Lịch sử Đảng", description: "Nghiên cứu lý luận, lịch sử Đảng bộ" },
  { key: "hoc-bac", name: "Học tập và làm theo Bác", description: "Gương điển hình, mô hình hay" },
  { key: "tin-co-so", name: "Tin từ cơ sở", description: "Hoạt động ở xã, phường, thôn, bản, khu phố" },
];

/** All themes; together they carry sixty tags. */
export const CORPUS_THEMES: readonly Theme[] = [
  ...NEWS_THEMES,
  ...PRESS_THEMES,
  ...CULTURE_THEMES,
  ...COMMUNITY_THEMES,
];
