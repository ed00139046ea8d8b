import type { Random } from "./random.ts";
import type { CorpusDay } from "./subject.ts";

/** Documents of the Party that reports cite, with the day of issue. */
export const CITED_DOCUMENTS: readonly {
  readonly slug: string;
  readonly number: string;
  readonly type: string;
  readonly typeName: string;
  readonly date: string;
  readonly issuer: string;
  readonly title: string;
}[] = [
  {
    slug: "23-nq-tw",
    number: "23-NQ/TW",
    type: "nghi-quyet",
    typeName: "Nghị quyết",
    date: "2008-06-16",
    issuer: "Bộ Chính trị",
    title: "Về tiếp tục xây dựng và phát triển văn học, nghệ thuật trong thời kỳ mới",
  },
  {
    slug: "05-ct-tw",
    number: "05-CT/TW",
    type: "chi-thi",
    typeName: "Chỉ thị",
    date: "2016-05-15",
    issuer: "Bộ Chính trị",
    title: "Về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
  },
  {
    slug: "20-ct-tw",
    number: "20-CT/TW",
    type: "chi-thi",
    typeName: "Chỉ thị",
    date: "2018-01-18",
    issuer: "Ban Bí thư",
    title: "Về tăng cường, nâng cao chất lượng nghiên cứu, biên soạn, tuyên truyền, giáo dục lịch sử Đảng",
  },
  {
    slug: "35-nq-tw",
    number: "35-NQ/TW",
    type: "nghi-quyet",
    typeName: "Nghị quyết",
    date: "2018-10-22",
    issuer: "Bộ Chính trị",
    title:
      "Về tăng cường bảo vệ nền tảng tư tưởng của Đảng, đấu tranh phản bác các quan điểm sai trái, thù địch trong tình hình mới",
  },
  {
    slug: "01-kl-tw",
    number: "01-KL/TW",
    type: "ket-luan",
    typeName: "Kết luận",
    date: "2021-05-18",
    issuer: "Bộ Chính trị",
    title: "Về tiếp tục thực hiện Chỉ thị số 05-CT/TW",
  },
  {
    slug: "21-kl-tw",
    number: "21-KL/TW",
    type: "ket-luan",
    typeName: "Kết luận",
    date: "2021-10-25",
    issuer: "Ban Chấp hành Trung ương",
    title: "Về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị",
  },
];

/**
 * Names a document that existed on that day, as running text does: one of the Party's or a made-up plan of the agency.
 *
 * @example citeDocument(random, day) // "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị"
 */
export function citeDocument(random: Random, { year, month, day }: CorpusDay): string {
  const issued = CITED_DOCUMENTS.filter((document) => Number(document.date.slice(0, 4)) < year);
  if (issued.length > 0 && random.chance(0.6)) {
    const { typeName, number, date, issuer } = random.pick(issued);
    const [y, m, d] = date.split("-").map(Number);
    return `${typeName} số ${number} ngày ${d ?? 1}/${m ?? 1}/${y ?? year} của ${issuer}`;
  }
  const kind = random.pick(["Kế hoạch số {}-KH/TU", "Công văn số {}-CV/BTGTU", "Hướng dẫn số {}-HD/BTGTU"]);
  const earlier = random.int(1, month);
  return `${kind.replace("{}", String(random.int(2, 399)))} ngày ${random.int(1, earlier === month ? day : 28)}/${earlier}/${year}`;
}
