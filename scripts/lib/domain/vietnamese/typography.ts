const NBSP = "\u00A0";

/** Symbols of units that stay on the line of their number. */
const UNITS =
  /(?<=\d) (?=(?:%|‰|°C|km²|km2|km|m²|m2|m³|m3|m|cm|mm|kg|g|ha|kW|kWh|MW|đ|đồng|VNĐ|USD)(?![\p{L}\p{N}]))/gu;
/** A space that a number or a Roman numeral follows; whether it binds depends on the word before it. */
const BEFORE_NUMBER = / (?=\d|[IVXLC]+(?![\p{L}\p{N}]))/gu;
/** Words that name the number after them. */
const NUMBERED =
  /(?:^|[^\p{L}])(?:số|ngày|tháng|năm|quý|thứ|khóa|khoá|kỳ|lần|điều|khoản|điểm|chương|mục|bảng|hình|tập|trang)$/iu;
const NUMBERED_REACH = 8;
/** Abbreviated titles that stay with the name after them. */
const TITLES =
  /(?<![\p{L}.])(PGS\.TS\.|GS\.TS\.|PGS\.|GS\.|TS\.|ThS\.|TP\.|Tp\.|TX\.|TT\.|BS\.|KS\.|đ\/c) (?=\p{Lu})/gu;
/** A hyphen or dash with spaces around it is a dash. */
const SPACED_DASH = /(?<=\S) [-–—] (?=\S)/g;
const PAIRED_QUOTES = /(?<=^|[\s([“])"([^\s"](?:[^"\n]*[^\s"])?)"(?=$|[\s.,;:!?…)\]”])/g;

/**
 * Sets one run of text for the page: spaces at which a line must not break become no-break spaces (`8,5 %`,
 * `số 05-CT/TW`, `ngày 8`, `TP. Lào Cai`, before a dash), a spaced hyphen becomes a dash, and straight quotation
 * marks that clearly form a pair become “ ”. Letters and figures are never touched; only what is shown is set, not
 * what is stored or searched. Takes and gives plain text, not HTML.
 *
 * @example typeset('tăng 8,5 % so với năm 2021 - mức cao') // 'tăng 8,5\u00A0% so với năm\u00A02021\u00A0– mức cao'
 */
export function typeset(text: string): string {
  let set = text;
  if (set.includes('"')) set = set.replace(PAIRED_QUOTES, "“$1”");
  if (set.includes(". ") || set.includes("đ/c ")) set = set.replace(TITLES, `$1${NBSP}`);
  if (set.includes(" - ") || set.includes(" – ") || set.includes(" — ")) {
    set = set.replace(SPACED_DASH, (dash) => `${NBSP}${dash[1] === "—" ? "—" : "–"} `);
  }
  set = set.replace(BEFORE_NUMBER, (space, at: number, whole: string) =>
    NUMBERED.test(whole.slice(Math.max(0, at - NUMBERED_REACH), at)) ? NBSP : space,
  );
  return set.replace(UNITS, NBSP);
}
