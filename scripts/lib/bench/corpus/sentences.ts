import { citeDocument } from "./citations.ts";
import type { Random } from "./random.ts";
import { shortDay, type Subject } from "./subject.ts";
import { groupThousands } from "./titles.ts";

/** Writes one sentence about the subject. */
export type Sentence = (subject: Subject, random: Random) => string;

const work: Sentence = (s, r) => r.pick(s.theme.works);
const task: Sentence = (s, r) => r.pick(s.theme.tasks);
const figure: Sentence = (s, r) => `${number(r)} ${r.pick(s.theme.counts)}`;
const village: Sentence = (_, r) => `${r.pick(VILLAGE_KINDS)} ${r.pick(VILLAGES)}`;

const VILLAGE_KINDS = ["xã", "phường", "thôn", "bản", "khu phố", "ấp"];
const VILLAGES = [
  "Hòa Bình",
  "Tân Tiến",
  "Nà Lộc",
  "Phú Thành",
  "Đoàn Kết",
  "Suối Thầu",
  "Long Hưng",
  "Bản Phiệt",
  "An Lạc",
  "Tân Lập",
  "Thanh Sơn",
  "Phước An",
  "Pa Cheo",
  "Mỹ Long",
  "Đắk Hà",
  "Vĩnh Thuận",
];
const ROLES = [
  "lãnh đạo cấp ủy",
  "các đồng chí trong thường trực cấp ủy",
  "đại diện Mặt trận Tổ quốc và các đoàn thể",
  "đại diện lực lượng vũ trang",
  "các cơ quan báo chí trên địa bàn",
  "bí thư đảng ủy các xã, phường",
  "đội ngũ báo cáo viên",
  "giám đốc trung tâm chính trị",
];
const LIMITS = [
  "một số nơi còn lúng túng khi chọn việc đột phá",
  "kinh phí dành cho cơ sở chưa đáp ứng yêu cầu",
  "cán bộ kiêm nhiệm nên thời gian đầu tư còn ít",
  "thông tin từ thôn, bản gửi về có lúc còn chậm",
  "trang thiết bị ở vùng xa đã cũ",
  "việc theo dõi, đôn đốc chưa thường xuyên",
  "sự phối hợp giữa các ngành có mặt còn hình thức",
  "tài liệu đến tay báo cáo viên đôi khi chưa kịp thời",
];
const EFFECTS = [
  "tạo sự đồng thuận trong cán bộ, đảng viên và nhân dân",
  "góp phần hoàn thành các chỉ tiêu kinh tế - xã hội",
  "giữ vững ổn định chính trị ở địa phương",
  "củng cố niềm tin của nhân dân đối với Đảng",
  "lan tỏa những việc làm tử tế trong cộng đồng",
  "thu hẹp khoảng cách thông tin giữa vùng cao và vùng thấp",
  "giúp người dân tiếp cận chủ trương, chính sách nhanh hơn",
];

/** First paragraph: who, when, where. */
export const OPENINGS: readonly Sentence[] = [
  (s, r) =>
    `Ngày ${shortDay(s.day)}, ${s.agency} tổ chức hội nghị đánh giá công tác ${s.theme.subject} ${s.period}, triển khai nhiệm vụ ${s.nextPeriod}; dự hội nghị có ${r.sample(ROLES, 2).join(" và ")}.`,
  (s, r) =>
    `Sáng ${shortDay(s.day)}, tại ${s.place.full}, ${s.agency} phối hợp với ${r.pick(ROLES)} trao đổi kinh nghiệm về ${s.theme.subject}.`,
  (s, r) =>
    `Chiều ${shortDay(s.day)}, hoạt động về ${s.theme.subject} diễn ra ở ${village(s, r)}, ${s.place.full}, thu hút ${crowd(r)} người tham gia.`,
  (s, r) =>
    `Trong ${s.period}, ${s.place.full} tập trung ${work(s, r)}, coi đây là khâu then chốt của công tác ${s.theme.subject}.`,
];

/** What was done, with figures. */
export const RESULTS: readonly Sentence[] = [
  (s, r) =>
    `Báo cáo tại buổi làm việc cho thấy, toàn ${unitWord(s)} có ${figure(s, r)}, tăng ${r.int(2, 48)},${r.int(1, 9)}% so với cùng kỳ năm ${s.day.year - 1}.`,
  (s, r) => `Cùng với việc ${works(s, r, ", các đơn vị đã ")}, qua đó ${r.pick(EFFECTS)}.`,
  (s, r) => `Riêng ${village(s, r)} đã có ${figure(s, r)}, đạt ${r.int(61, 100)}% kế hoạch năm.`,
  (s, r) => `Thực hiện ${citeDocument(r, s.day)}, cấp ủy các cấp đã ${work(s, r)} với ${figure(s, r)}.`,
  (s, r) =>
    `Tính đến hết tháng ${s.day.month}, số liệu tổng hợp từ ${r.int(6, 160)} đơn vị ghi nhận ${r
      .sample(s.theme.counts, 2)
      .map((name) => `${number(r)} ${name}`)
      .join(" và ")}.`,
  (s, r) => `Điểm mới của năm nay là ${work(s, r)}, thay cho cách làm dàn trải trước đây.`,
  (s, r) =>
    `Ở ${village(s, r)}, việc ${work(s, r)} được giao cho từng chi bộ, có người theo dõi và báo kết quả hằng tháng.`,
  (s, r) => `Nhờ ${work(s, r)}, ${s.place.full} đã duy trì ${figure(s, r)}, ${r.pick(EFFECTS)}.`,
  (s, r) =>
    `So với kế hoạch, ${r.int(5, 9)}/${r.int(10, 12)} chỉ tiêu đã hoàn thành sớm; trong đó nổi bật là ${figure(s, r)}.`,
  (s, r) =>
    `${upper(r.pick(ROLES))} đã trực tiếp xuống ${village(s, r)} để ${work(s, r)} và ghi nhận ý kiến của nhân dân.`,
  (_, r) =>
    `Kinh phí thực hiện khoảng ${groupThousands(r.int(12, 960) * 1_000_000)} đồng, trong đó phần xã hội hóa chiếm ${r.int(11, 83)}%.`,
  (s, r) =>
    `Từ đầu nhiệm kỳ đến nay, địa phương có thêm ${figure(s, r)}, vượt ${r.int(1, 40)}% mục tiêu nghị quyết đề ra.`,
  (s, r) =>
    `Bên cạnh đó, ${r.int(3, 95)} tập thể và ${r.int(6, 240)} cá nhân được biểu dương vì có thành tích trong công tác ${s.theme.subject}.`,
  (s, r) =>
    `Theo tổng hợp của ${s.agency}, đã có ${crowd(r)} lượt người tham gia các hoạt động về ${s.theme.subject}.`,
  (s, r) =>
    `Nhiều cách làm sáng tạo được ghi nhận, như ${works(s, r, ` ở ${village(s, r)} hay `)} ở ${village(s, r)}.`,
  (_, r) =>
    `Các tổ công tác đã đến ${r.int(4, 88)} thôn, bản, khu phố, gặp gỡ ${crowd(r)} hộ dân để lắng nghe những vấn đề đặt ra từ thực tế.`,
];

/** What is still lacking. */
export const SHORTCOMINGS: readonly Sentence[] = [
  (_, r) => `Bên cạnh kết quả đạt được, hội nghị thẳng thắn chỉ ra ${r.sample(LIMITS, 2).join("; ")}.`,
  (s, r) => `Khó khăn lớn nhất trong công tác ${s.theme.subject} hiện nay là ${r.pick(LIMITS)}.`,
  (s, r) => `Tại ${village(s, r)}, ${r.pick(LIMITS)}, ảnh hưởng đến tiến độ ${work(s, r)}.`,
  (_, r) => `Qua kiểm tra, ${r.sample(LIMITS, 2).join("; nguyên nhân chủ yếu được xác định là ")}.`,
  (s, r) =>
    `Các đại biểu kiến nghị cấp trên quan tâm hơn đến cơ sở, bởi ${r.pick(LIMITS)} trong khi yêu cầu ${task(s, r)} ngày càng cao.`,
];

/** What comes next. */
export const PROSPECTS: readonly Sentence[] = [
  (s, r) =>
    `Thời gian tới, ${s.place.full} sẽ ${task(s, r)}, phấn đấu đến hết ${s.nextPeriod} có thêm ${figure(s, r)}.`,
  (s, r) => `Nhiệm vụ trọng tâm là ${r.sample(s.theme.tasks, 2).join("; đồng thời ")}.`,
  (s, r) =>
    `Mỗi đơn vị được yêu cầu chọn ít nhất ${r.int(1, 4)} việc cụ thể để ${work(s, r)}, báo cáo kết quả trước ngày ${r.int(5, 28)} hằng tháng.`,
  (s, r) => `Trên cơ sở ${citeDocument(r, s.day)}, ${s.agency} tiếp tục tham mưu ${work(s, r)}.`,
  (s, r) => `Cùng với đó, việc ${work(s, r)} cần gắn với yêu cầu ${task(s, r)} mà cấp ủy đã xác định.`,
  (s, r) =>
    `Cấp ủy các cấp quan tâm bố trí kinh phí, nhân lực để ${task(s, r)}, nhất là ở ${village(s, r)} và những nơi còn khó khăn.`,
];

/** Section headings of the body, in the order in which they may come. */
export const HEADINGS: readonly (readonly Sentence[])[] = [
  [
    (s) => `Kết quả ${s.period}`,
    (s) => `Chuyển biến ở ${s.place.name}`,
    (_, r) => `Những con số sau ${r.int(2, 12)} tháng`,
  ],
  [(s, r) => upper(work(s, r)), () => "Cách làm từ cơ sở", (s, r) => `Chuyện ở ${village(s, r)}`],
  [() => "Khó khăn, vướng mắc", () => "Những việc chưa làm được"],
  [(s) => `Nhiệm vụ ${s.nextPeriod}`, () => "Giải pháp trong thời gian tới", (s, r) => upper(task(s, r))],
];

/** The lead: one or two sentences that sum the piece up. */
export const LEADS: readonly Sentence[] = [
  (s, r) =>
    `${s.place.full.charAt(0).toUpperCase() + s.place.full.slice(1)} ghi nhận ${figure(s, r)} trong ${s.period}, đồng thời ${work(s, r)}.`,
  (s, r) =>
    `Nhờ ${work(s, r)}, công tác ${s.theme.subject} ở ${s.place.name} có nhiều chuyển biến, ${r.pick(EFFECTS)}.`,
  (s, r) =>
    `${s.agency} xác định ${task(s, r)} là nhiệm vụ trọng tâm của ${s.nextPeriod}, sau khi đạt ${figure(s, r)}.`,
  (s, r) =>
    `Qua ${r.int(2, 12)} tháng thực hiện, ${s.place.full} đã ${work(s, r)}; ${crowd(r)} người dân được hưởng lợi.`,
];

/** First letter in upper case. */
export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function works(subject: Subject, random: Random, between: string): string {
  return random.sample(subject.theme.works, 2).join(between);
}

/** `07`, `348`, `1.204`; seldom more than ten thousand. */
function number(random: Random): string {
  const size = random.next();
  if (size < 0.4) return String(random.int(2, 99)).padStart(2, "0");
  if (size < 0.85) return String(random.int(100, 999));
  return groupThousands(random.int(1000, size < 0.98 ? 9_999 : 139_999));
}

/** People who took part: `4.120`. */
function crowd(random: Random): string {
  return groupThousands(random.int(60, random.chance(0.9) ? 9_900 : 240_000));
}

function unitWord(subject: Subject): string {
  return subject.place.full.slice(0, -subject.place.name.length).trim();
}
