import type { Canvas } from "./canvas.ts";
import { colour } from "./colour.ts";
import { hall, land, lectern, room, type Picture } from "./kinds.ts";
import { drawControlRoom } from "./scenes/control-room.ts";
import type { HallPlan } from "./scenes/hall.ts";
import { drawKarst, drawTea, drawTown } from "./scenes/highlands.ts";
import { INK } from "./scenes/interior.ts";
import { drawPlain } from "./scenes/lowlands.ts";
import { drawMeeting } from "./scenes/meeting.ts";
import { drawForest, drawStreet } from "./scenes/street.ts";
import { drawClassroom } from "./scenes/classroom.ts";
import { drawStudio } from "./scenes/studio.ts";
import { drawStudy, type StudyPlan } from "./scenes/study.ts";
import { drawTerraces } from "./scenes/terraces.ts";
import { drawLamps, drawLotus } from "./scenes/water.ts";

const BIG_HALL: HallPlan = {
  seed: 3,
  rows: 11,
  seats: 9,
  eye: [0.4, 2.7, -4.2],
  target: [0, 1.9, 0],
  spread: 1.2,
  screens: true,
  daylight: 0.2,
  speaker: true,
};
const SMALL_HALL: HallPlan = {
  seed: 8,
  rows: 6,
  seats: 5,
  eye: [-2.6, 2.0, -2.2],
  target: [0.6, 1.7, 0],
  spread: 1.0,
  screens: false,
  daylight: 0.9,
  speaker: false,
};
const RED_TIE = colour("#861418");
const WHITE_COAT = colour("#e9edf0");

/** Every drawn picture of `content/articles`. */
export const PICTURES: readonly Picture[] = [
  hall("2021/07/lao-cai-so-ket-6-thang-dau-nam-2021/diem-cau-tinh-uy", {
    ...BIG_HALL,
    seed: 21,
    rows: 8,
    seats: 7,
  }),
  land("2021/07/lao-cai-so-ket-6-thang-dau-nam-2021/sa-pa-trong-suong", (w, h) => drawTown(7, "mist", w, h)),
  lectern("2021/07/lao-cai-so-ket-6-thang-dau-nam-2021/phat-bieu", {
    seed: 8,
    coat: INK,
    tie: RED_TIE,
    ground: "curtain",
    side: -0.9,
  }),
  land("2021/07/lao-cai-so-ket-6-thang-dau-nam-2021/ruong-bac-thang", (w, h) =>
    drawTerraces(11, "dawn", 0, w, h),
  ),
  hall("2022/07/ha-giang-chuyen-doi-so-cong-tac-tuyen-giao/hoi-truong", {
    ...BIG_HALL,
    screens: false,
    eye: [-1.5, 2.5, -3.6],
  }),
  land(
    "2022/07/ha-giang-chuyen-doi-so-cong-tac-tuyen-giao/nui-da",
    (w, h) => drawKarst(6, "dusk", w, h),
    1.1,
  ),
  lectern("2022/07/ha-giang-chuyen-doi-so-cong-tac-tuyen-giao/phat-bieu", {
    seed: 9,
    coat: colour("#2c3140"),
    tie: null,
    ground: "screen",
    side: 0.7,
  }),
  hall("2023/09/lam-dong-so-ket-9-thang-dau-nam-2023/hoi-truong", SMALL_HALL),
  hall("2023/09/lam-dong-so-ket-9-thang-dau-nam-2023/dai-bieu", {
    ...SMALL_HALL,
    seed: 31,
    rows: 7,
    eye: [2.9, 1.8, -1.4],
    target: [-1.2, 1.4, 0],
  }),
  lectern("2023/09/lam-dong-so-ket-9-thang-dau-nam-2023/dai-bieu-phat-bieu", {
    seed: 12,
    coat: colour("#e4e0d4"),
    tie: null,
    ground: "window",
    side: -0.6,
  }),
  land("2023/09/lam-dong-so-ket-9-thang-dau-nam-2023/doi-che", (w, h) => drawTea(4, "dawn", w, h)),
  room("2023/04/tra-vinh-cong-tac-tuyen-giao-quy-1-2023/phong-hop", (w, h) => drawMeeting(5, true, w, h)),
  lectern("2023/04/tra-vinh-cong-tac-tuyen-giao-quy-1-2023/bao-cao", {
    seed: 14,
    coat: colour("#39465c"),
    tie: RED_TIE,
    ground: "screen",
    side: -0.5,
  }),
  land("2023/04/tra-vinh-cong-tac-tuyen-giao-quy-1-2023/dong-bang", (w, h) => plain(5, "dusk", 38, 52, w, h)),
  room("2021/03/binh-phuoc-giao-ban-quy-1-2021/cac-diem-cau", (w, h) => drawControlRoom(4, 3, w, h), 1.05),
  lectern("2021/03/binh-phuoc-giao-ban-quy-1-2021/phat-bieu", {
    seed: 15,
    coat: WHITE_COAT,
    tie: null,
    ground: "window",
    side: 0.8,
  }),
  hall("2021/03/binh-phuoc-giao-ban-quy-1-2021/hoi-truong", {
    ...BIG_HALL,
    seed: 41,
    rows: 5,
    seats: 6,
    eye: [2.2, 2.2, -2.6],
    speaker: false,
  }),
  lectern("2021/03/binh-phuoc-giao-ban-quy-1-2021/ket-luan", {
    seed: 17,
    coat: colour("#1f2a3c"),
    tie: RED_TIE,
    ground: "curtain",
    side: 0.9,
  }),
  room(
    "2021/03/binh-phuoc-giao-ban-quy-1-2021/rung-cao-su",
    (w, h) => drawForest(4, "dawn", colour("#a5502c"), true, w, h),
    1.25,
  ),
  room("2026/02/ngay-thanh-lap-dang-03-02-1930/pho-co-co", (w, h) => drawStreet(9, "dawn", w, h)),
  room("2026/04/ngay-30-4-1975-thong-nhat-dat-nuoc/duong-pho-treo-co", (w, h) => drawStreet(4, "day", w, h)),
  land("2026/05/chien-thang-dien-bien-phu-07-5-1954/long-chao", (w, h) => basin(12, "day", w, h)),
  room("2026/05/ngay-sinh-chu-tich-ho-chi-minh-19-5-1890/sen", (w, h) => drawLotus(4, "dawn", w, h)),
  room("2026/07/ngay-thuong-binh-liet-si-27-7/nen-tri-an", (w, h) => drawLamps(4, w, h)),
  room("2026/08/cach-mang-thang-tam-va-quoc-khanh/pho-mua-thu", (w, h) => drawStreet(23, "dusk", w, h)),
  room("2026/11/ngay-nha-giao-viet-nam-20-11-1982/lop-hoc", (w, h) => drawClassroom(2, w, h)),
  room(
    "2026/11/ngay-22-12-quan-doi-va-quoc-phong-toan-dan/rung-som",
    (w, h) => drawForest(11, "mist", colour("#6f5a3e"), false, w, h),
    1.1,
  ),
  land("2026/11/80-nam-ngay-toan-quoc-khang-chien/song-chieu", (w, h) => plain(21, "dusk", 60, 44, w, h)),
  room("2026/05/tu-chi-thi-06-den-ket-luan-01/van-kien", (w, h) =>
    study({ seed: 5, wall: "shelves", subject: "documents", side: -0.2 }, w, h),
  ),
  room("2026/06/chi-thi-05-ct-tw-trong-nam-ban-tin/trang-sach", (w, h) =>
    study({ seed: 4, wall: "shelves", subject: "book", side: 0.3 }, w, h),
  ),
  room("2026/05/nam-van-kien-trong-ban-tin-tra-vinh/ban-doc", (w, h) =>
    study({ seed: 25, wall: "window", subject: "documents", side: 0.35 }, w, h),
  ),
  room("2026/09/tai-lieu-den-bao-cao-vien-kip-thoi/doc-tai-lieu", (w, h) =>
    study({ seed: 33, wall: "window", subject: "book", side: -0.4 }, w, h),
  ),
  room("2026/09/viet-tieu-de-ro-dung-du/ban-bien-tap", (w, h) =>
    study({ seed: 3, wall: "window", subject: "screen", side: -0.35 }, w, h),
  ),
  room("2026/10/ngay-chuyen-doi-so-quoc-gia-10-10/man-hinh", (w, h) =>
    study({ seed: 37, wall: "shelves", subject: "screen", side: 0.4 }, w, h),
  ),
  room("2026/10/van-ban-thay-the-cho-anh/may-anh", (w, h) => drawStudio(2, "camera", w, h)),
  room("2026/10/nghe-viet-tieu-de-va-sapo/micro", (w, h) => drawStudio(2, "microphone", w, h)),
  land("2026/07/nam-dia-ban-nay-thuoc-tinh-nao/dong-bang-sang", (w, h) => plain(33, "day", 26, 70, w, h)),
  land("2026/08/ba-van-de-neu-tu-co-so-o-lao-cai/thi-xa-som-mai", (w, h) => drawTown(19, "dawn", w, h)),
  land("2026/10/sac-mau-nam-vung-dat/lua-chin", (w, h) => drawTerraces(5, "day", 2, w, h)),
  land("2026/10/sac-mau-nam-vung-dat/cao-nguyen-da", (w, h) => drawKarst(13, "dawn", w, h), 1.0),
  land("2026/10/sac-mau-nam-vung-dat/nuong-che", (w, h) => drawTea(9, "day", w, h)),
  land("2026/10/sac-mau-nam-vung-dat/vam-song", (w, h) => plain(48, "dawn", 46, 60, w, h)),
  room(
    "2026/10/sac-mau-nam-vung-dat/duong-dat-do",
    (w, h) => drawForest(17, "day", colour("#b0532b"), true, w, h),
    1.15,
  ),
  land("2026/10/sac-mau-nam-vung-dat/ruong-mua-nuoc-do", (w, h) => drawTerraces(23, "dusk", 0, w, h)),
];

function study(plan: StudyPlan, width: number, height: number): Canvas {
  return drawStudy(plan, width, height);
}

function plain(
  seed: number,
  hour: "dawn" | "day" | "dusk",
  river: number,
  eye: number,
  width: number,
  height: number,
): Canvas {
  return drawPlain({ seed, hour, river, swing: 70, mountains: 0, ripe: 0.4, eye }, width, height);
}

function basin(seed: number, hour: "day", width: number, height: number): Canvas {
  return drawPlain({ seed, hour, river: 13, swing: 110, mountains: 700, ripe: 0.6, eye: 120 }, width, height);
}
