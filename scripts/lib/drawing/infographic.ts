import { letter, widthOf } from "#site/pictures/letters.ts";

/* Flat pictures of figures, lettered in the portal's own type. Each needs a table of the same figures in its article. */

const PAPER = "#fbf7ef";
const RED = "#8c1419";
const GOLD = "#d9a428";
const INK = "#241a16";
const GREY = "#6b5f57";
const WIDTH = 2400;
const HEIGHT = 1350;
const MARGIN = 150;

/** One bar of a chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** As it is written: `111`. */
  readonly text: string;
}

/** A bar chart with a title and one line beneath it. Gives SVG, 2400 by 1350. */
export function barChart(title: string, subtitle: string, bars: readonly Bar[], note: string): string {
  const most = Math.max(...bars.map((bar) => bar.value));
  const pitch = 780 / bars.length;
  const rows = bars.map((bar, index) => {
    const y = 390 + index * pitch;
    const length = Math.max(24, (bar.value / most) * 1330);
    const paint = index === 0 ? RED : GOLD;
    return (
      say(bar.label, MARGIN, y + pitch * 0.46, 58, 700, INK) +
      `<rect x="640" y="${y + pitch * 0.1}" width="${length}" height="${pitch * 0.56}" rx="10" fill="${paint}"/>` +
      say(bar.text, 640 + length + 30, y + pitch * 0.5, 76, 700, INK)
    );
  });
  return page(title, subtitle, rows.join(""), note);
}

/** One great number of a card. */
export interface Card {
  readonly place: string;
  readonly number: string;
  readonly unit: string;
  readonly when: string;
}

/** Numbers side by side that share no scale. Gives SVG, 2400 by 1350. */
export function numberCards(title: string, subtitle: string, cards: readonly Card[], note: string): string {
  const gap = 70;
  const width = (WIDTH - 2 * MARGIN - gap * (cards.length - 1)) / cards.length;
  const boxes = cards.map((card, index) => {
    const x = MARGIN + index * (width + gap);
    const paint = index % 2 === 0 ? RED : "#7a5608";
    return (
      `<rect x="${x}" y="400" width="${width}" height="700" rx="28" fill="#ffffff" stroke="${paint}" stroke-width="6"/>` +
      `<rect x="${x}" y="400" width="${width}" height="140" rx="28" fill="${paint}"/>` +
      `<rect x="${x}" y="480" width="${width}" height="60" fill="${paint}"/>` +
      say(card.place, x + 60, 495, 70, 700, "#ffffff") +
      say(card.number, x + 60, 780, fit(card.number, width - 120, 210), 700, paint) +
      say(card.unit, x + 60, 910, 84, 700, INK) +
      say(card.when, x + 60, 1020, 52, 400, GREY)
    );
  });
  return page(title, subtitle, boxes.join(""), note);
}

/** One frame of a film: a numbered sentence on red, or the opening title. Gives SVG, `width` by 9/16 of it. */
export function slideFrame(
  number: string | null,
  lines: readonly string[],
  foot: string,
  width: number,
): string {
  const start = 675 - (lines.length - 1) * 75;
  const words = lines.map((line, index) =>
    say(line, number === null ? MARGIN : 520, start + index * 150, fit(line, 1780, 116), 700, "#fffaf0"),
  );
  const sign =
    number === null
      ? ""
      : `<circle cx="300" cy="640" r="140" fill="${GOLD}"/>${say(number, 300 - widthOf(number, 700, 190) / 2, 708, 190, 700, RED)}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${(width * 9) / 16}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#9a1a1f"/><stop offset="1" stop-color="#5d0d11"/></linearGradient></defs>` +
    `<rect width="100%" height="100%" fill="url(#g)"/><rect x="${MARGIN}" y="1130" width="220" height="10" fill="${GOLD}"/>` +
    `${sign}${words.join("")}${say(foot, MARGIN, 1230, 54, 400, "#f3dcae")}</svg>`
  );
}

function page(title: string, subtitle: string, body: string, note: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<rect width="100%" height="100%" fill="${PAPER}"/><rect width="100%" height="28" fill="${RED}"/><rect y="28" width="100%" height="8" fill="${GOLD}"/>` +
    say(title, MARGIN, 190, fit(title, WIDTH - 2 * MARGIN, 98), 700, RED) +
    say(subtitle, MARGIN, 290, fit(subtitle, WIDTH - 2 * MARGIN, 60), 400, INK) +
    body +
    say(note, MARGIN, 1270, fit(note, WIDTH - 2 * MARGIN, 44), 400, GREY) +
    `</svg>`
  );
}

function say(text: string, x: number, y: number, size: number, weight: 400 | 700, fill: string): string {
  return `<g transform="translate(${x},${y})" fill="${fill}">${letter(text, weight, size).svg}</g>`;
}

/** The greatest size up to `size` at which `text` is no wider than `room`. */
function fit(text: string, room: number, size: number): number {
  return Math.min(size, (size * room) / Math.max(1, widthOf(text, 700, size)));
}
