import { formatMoment, parseMoment, type DateFault } from "#domain/dates.ts";

/** A date as people write it, with words around it: `Thứ Sáu, 08/07/2022 16:43 (GMT+7)`. */
const WRITTEN = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,6})(?!\d)/;
const TIME = /(?<!\d)(\d{1,2})\s*[:hg]\s*(\d{2})(?!\d)/;
const WEEKDAY = /(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)/iu;

/**
 * Says what is wrong with a date of front matter and how it is written.
 * @param value as the editor wrote it, in NFC.
 * @example dateMessage("08/07/2022", "format") // "… Hãy viết năm trước: 2022-07-08."
 */
export function dateMessage(value: string, fault: DateFault): string {
  if (fault === "impossible") return `"${value}" là ngày giờ không có trong lịch.`;
  if (fault === "year") return `"${value}" có năm không hợp lý; năm phải từ 1900 đến 2200.`;
  const [, day = "", month = "", year = ""] = WRITTEN.exec(value) ?? [];
  if (day === "") {
    const digits = /^(\d{5,})-\d/.exec(value)?.[1];
    if (digits !== undefined) return yearMessage(value, digits);
    return `"${value}" chưa đúng dạng ngày. Hãy viết năm-tháng-ngày, có thể thêm giờ: 2022-07-08 16:43.`;
  }
  if (year.length !== 4) return yearMessage(value, year);
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const [, hour, minute] = TIME.exec(value) ?? [];
  const text = hour === undefined ? date : `${date} ${hour.padStart(2, "0")}:${minute ?? "00"}`;
  const moment = parseMoment(text);
  if (typeof moment === "string") return `"${value}" là ngày giờ không có trong lịch.`;
  const weekday = WEEKDAY.exec(value)?.[0].replace(/\s+/g, " ");
  const { long, short } = formatMoment({ ...moment, hasTime: false });
  const right = long.slice(0, long.indexOf(","));
  return weekday !== undefined && weekday.toLocaleLowerCase("vi") !== right.toLocaleLowerCase("vi")
    ? `"${value}": ngày ${short} là ${right}, không phải ${weekday}. Hãy kiểm tra lại ngày rồi viết dạng ${text}.`
    : `"${value}" chưa đúng dạng ngày. Hãy viết năm trước: ${text}.`;
}

function yearMessage(value: string, year: string): string {
  const meant = /^0+(\d{4})$/.exec(year)?.[1];
  return `"${value}": năm "${year}" phải có bốn chữ số${meant === undefined ? "" : `, ví dụ ${meant}`}. Hãy viết năm-tháng-ngày: 2022-07-08.`;
}
