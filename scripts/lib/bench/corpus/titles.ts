import type { Random } from "./random.ts";
import type { EventKind, Subject } from "./subject.ts";

type TitleForm = (subject: Subject, random: Random) => string;

const FORMS: Readonly<Record<EventKind, readonly TitleForm[]>> = {
  conference: [
    (s) => `Sơ kết công tác ${s.theme.subject} ${s.period} tại ${s.place.full}`,
    (s, r) => `${s.place.name}: ${upper(r.pick(s.theme.works))} trong ${s.period}`,
    (s) => `${s.place.committee} ${s.place.name} giao ban công tác ${s.theme.subject} ${s.period}`,
    (s, r) => `${s.place.name} đánh giá công tác ${s.theme.subject}, bàn giải pháp ${r.pick(s.theme.tasks)}`,
    (s) => `Hội nghị trực tuyến về ${s.theme.subject} ở ${s.place.full}, triển khai nhiệm vụ ${s.nextPeriod}`,
  ],
  contest: [
    (s, r) => `${s.place.name} phát động cuộc thi tìm hiểu về ${s.theme.subject} lần thứ ${r.int(2, 19)}`,
    (s, r) =>
      `${count(r, 40, 900)} thí sinh dự hội thi về ${s.theme.subject} của ${s.place.full} năm ${s.day.year}`,
    (s, r) =>
      `Trao giải cuộc thi về ${s.theme.subject} ở ${s.place.name}: ${count(r, 1200, 90000)} lượt dự thi`,
  ],
  visit: [
    (s, r) => `Đoàn công tác của ${s.place.committee} ${s.place.name} khảo sát việc ${r.pick(s.theme.works)}`,
    (s) =>
      `Thường trực ${s.place.committee} ${s.place.name} làm việc về công tác ${s.theme.subject} ${s.period}`,
    (s, r) =>
      `Kiểm tra công tác ${s.theme.subject} tại ${r.int(2, 24)} đơn vị của ${s.place.full} trong ${s.period}`,
  ],
  model: [
    (s, r) => `Cách làm hay ở ${s.place.name}: ${r.pick(s.theme.works)}`,
    (s, r) =>
      `${s.place.name}: ${count(r, 15, 3000)} ${r.pick(s.theme.counts)} sau ${r.int(2, 10)} năm kiên trì`,
    (s, r) => `Từ việc ${r.pick(s.theme.works)} đến nếp sống mới ở ${s.place.full}`,
    (s, r) => `Chuyện ${r.pick(s.theme.works)} ở ${s.place.name} năm ${s.day.year}`,
  ],
  document: [
    (s, r) => `Ban hành Kế hoạch số ${r.int(3, 180)}-KH/BTG về ${s.theme.subject} ở ${s.place.full}`,
    (s, r) => `${s.place.name} hướng dẫn ${r.pick(s.theme.works)} ${s.nextPeriod}`,
    (s) => `Định hướng công tác ${s.theme.subject} ${s.nextPeriod} của ${s.agency}`,
  ],
  training: [
    (s, r) => `Tập huấn về ${s.theme.subject} cho ${count(r, 45, 480)} cán bộ cơ sở ${s.place.full}`,
    (s, r) => `${s.place.name} bồi dưỡng kỹ năng ${r.pick(s.theme.works)} tại ${r.int(2, 26)} điểm cầu`,
    (s) => `Khai giảng lớp bồi dưỡng về ${s.theme.subject} ở ${s.place.name} ${s.nextPeriod}`,
  ],
  exhibition: [
    (s, r) => `Trưng bày ${count(r, 60, 700)} tư liệu về ${s.theme.subject} tại ${s.place.full}`,
    (s, r) =>
      `${s.place.name} khai mạc tuần lễ ${s.theme.subject} năm ${s.day.year} với ${r.int(5, 40)} hoạt động`,
    (s, r) => `Ngày hội ở ${s.place.name}: ${r.pick(s.theme.works)}, ${r.pick(s.theme.tasks)}`,
  ],
};

/** Writes a headline for the subject: 8 to 22 words, without a full stop. */
export function writeTitle(subject: Subject, random: Random): string {
  return random.pick(FORMS[subject.event])(subject, random);
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function count(random: Random, min: number, max: number): string {
  return groupThousands(random.int(min, max));
}

/** `132.106`. */
export function groupThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}
