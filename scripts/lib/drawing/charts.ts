import { barChart, numberCards, slideFrame } from "./infographic.ts";

/** One chart of the portal: where it lies below `content/articles`, and its SVG. */
export interface Chart {
  readonly file: string;
  readonly svg: () => string;
}

/** The charts of `content/articles`; their figures are those of the reports. */
export const CHARTS: readonly Chart[] = [
  {
    file: "2026/06/145-diem-cau-hoc-tap-nghi-quyet/diem-cau.png",
    svg: () =>
      barChart(
        "145 điểm cầu, 23.000 đảng viên",
        "Điểm cầu học tập Nghị quyết Đại hội XIII của Đảng tại Bình Phước, quý I/2021",
        [
          { label: "Cấp xã", value: 111, text: "111" },
          { label: "Cấp huyện", value: 22, text: "22" },
          { label: "Đảng ủy", value: 9, text: "9" },
          { label: "Cấp tỉnh", value: 3, text: "3" },
        ],
        "Nguồn: hội nghị giao ban ngày 30/3/2021; dòng tổng do Trang tin cộng. Đồ họa: Trang Tin",
      ),
  },
  {
    file: "2026/06/luot-thi-va-nguoi-thi/luot-va-nguoi.png",
    svg: () =>
      numberCards(
        "Lượt thi và người thi: hai đơn vị đếm",
        "Hai cuộc thi trực tuyến tìm hiểu nghị quyết",
        [
          { place: "Lào Cai", number: "trên 5,9 triệu", unit: "lượt dự thi", when: "Công bố ngày 08/7/2021" },
          { place: "Hà Giang", number: "132.106", unit: "người tham gia", when: "Công bố ngày 08/7/2022" },
        ],
        "Một người có thể dự thi nhiều lượt; hai con số không so thẳng được. Đồ họa: Trang Tin",
      ),
  },
  {
    file: "2026/11/video-ba-viec-truoc-khi-dang/ba-viec.jpg",
    svg: () => slideFrame(null, ["Ba việc", "trước khi đăng bài"], "Trang tin Tuyên giáo", 2400),
  },
];
