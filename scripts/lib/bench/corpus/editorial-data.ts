import { yamlText } from "./article.ts";
import { CORPUS_PLACES } from "./places.ts";
import { CORPUS_AUTHORS, CORPUS_SOURCES, CORPUS_TOPICS } from "./registers.ts";
import { CORPUS_SECTIONS } from "./themes.ts";

/** The files of `_data/`: name and text. The same for every corpus. */
export function editorialData(): readonly (readonly [name: string, text: string])[] {
  return [
    ["site.yml", SITE],
    ["sections.yml", keyed(CORPUS_SECTIONS, ({ name, description }) => ({ name, description, menu: true }))],
    ["authors.yml", keyed(CORPUS_AUTHORS, ({ name, unit }) => ({ name, unit }))],
    ["sources.yml", keyed(CORPUS_SOURCES, ({ name, link }) => ({ name, link }))],
    ["places.yml", keyed(CORPUS_PLACES, ({ name, now, parent }) => ({ name, now, parent }))],
    ["units.yml", UNITS],
    ["topics.yml", keyed(CORPUS_TOPICS, ({ name, description }) => ({ name, description }))],
    ["menus.yml", menus()],
    ["partners.yml", PARTNERS],
    ["redirects.yml", "- from: /trang-chu.html\n  to: /gioi-thieu/\n"],
    ["anniversaries.yml", ANNIVERSARIES],
    ["calendar.yml", CALENDAR],
  ];
}

const SITE = `name: Cổng thông tin Tuyên giáo tỉnh Mẫu
shortName: Tuyên giáo Mẫu
departmentNames:
  - from: 2010-01-01
    name: Ban Tuyên giáo Tỉnh ủy
  - from: 2025-02-01
    name: Ban Tuyên giáo và Dân vận Tỉnh ủy
slogan: Đúng - Kịp thời - Gần dân
description: Tin tức, văn bản và tài liệu của ngành Tuyên giáo, dùng để thử và đo tốc độ
language: vi
reuse: Ghi rõ nguồn khi sử dụng lại thông tin từ trang này
imprint:
  owner: Ban Tuyên giáo tỉnh Mẫu
  responsible: Ban biên tập
  licence: Số 01/GP-TTĐT
  address: Số 1 đường Mẫu, phường Mẫu
  phone: 0200 000 0000
  email: banbientap@tuyengiao-mau.example
badge: null
pageSize: 20
`;

const UNITS = `ban-tuyen-giao:
  name: Ban Tuyên giáo Tỉnh ủy
  short: BTG
  duty: Tham mưu công tác tư tưởng, văn hóa, khoa giáo
  phone: 0200 000 0001
  email: bantuyengiao@tuyengiao-mau.example
  chart: true
phong-tuyen-truyen:
  name: Phòng Tuyên truyền, Báo chí - Xuất bản
  parent: ban-tuyen-giao
  duty: Tuyên truyền, báo chí, xuất bản
  chart: true
phong-khoa-giao:
  name: Phòng Khoa giáo
  parent: ban-tuyen-giao
  duty: Khoa học, giáo dục, y tế
  chart: true
phong-ly-luan:
  name: Phòng Lý luận chính trị, Lịch sử Đảng
  parent: ban-tuyen-giao
  duty: Lý luận chính trị và lịch sử Đảng
  chart: true
`;

const PARTNERS = `- title: Cơ quan Trung ương
  links:
    - label: Cơ quan mẫu thứ nhất
      url: https://co-quan-1.example/
    - label: Cơ quan mẫu thứ hai
      url: https://co-quan-2.example/
- title: Địa phương
  links:
    - label: Cổng thông tin tỉnh Mẫu
      url: https://tinh-mau.example/
`;

const ANNIVERSARIES = `- name: Ngày thành lập Đảng Cộng sản Việt Nam
  date: 02-03
  year: 1930
  show:
    before: 7
    after: 1
- name: Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam
  date: 09-02
  year: 1945
  show:
    before: 7
    after: 1
- name: Ngày thành lập Quân đội nhân dân Việt Nam
  date: 12-22
  year: 1944
  show:
    before: 7
    after: 1
`;

const CALENDAR = `weeks:
  - week: 2026-W47
    entries:
      - date: 2026-11-18
        time: "08:00"
        title: Giao ban công tác tuần
        place: Phòng họp tầng 2
      - date: 2026-11-20
        time: Sáng
        title: Làm việc với cơ sở
`;

function menus(): string {
  const sections = CORPUS_SECTIONS.map(
    ({ key, name }) => `  - label: ${yamlText(name)}\n    link: section:${key}\n`,
  ).join("");
  return `main:
  - label: Giới thiệu
    link: /gioi-thieu/
    children:
      - label: Liên hệ
        link: /lien-he/
${sections}footer:
  - label: Liên hệ
    link: /lien-he/
  - label: Giới thiệu
    link: /gioi-thieu/
`;
}

type Fields = Readonly<Record<string, string | boolean | null>>;

/** A map of entries; fields that are `null` are left out. */
function keyed<T extends { readonly key: string }>(
  entries: readonly T[],
  fields: (entry: T) => Fields,
): string {
  return entries
    .map((entry) => {
      const lines = Object.entries(fields(entry)).flatMap(([name, value]) =>
        value === null ? [] : [`  ${name}: ${typeof value === "string" ? yamlText(value) : String(value)}\n`],
      );
      return `${entry.key}:\n${lines.join("")}`;
    })
    .join("");
}
