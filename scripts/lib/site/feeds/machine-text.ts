/**
 * Text as XML 1.0 and JSON readers take it: NFC, without control characters (all but tab and line ends are forbidden in
 * XML, https://www.w3.org/TR/xml/#charsets), halves of surrogate pairs and non-characters.
 *
 * @example machineText("Hà\u0000 Giang") // "Hà Giang"
 */
export function machineText(text: string): string {
  return FORBIDDEN.test(text) ? clean(text) : text.normalize("NFC");
}

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/u;

function clean(text: string): string {
  return text.replace(new RegExp(FORBIDDEN, "gu"), "").normalize("NFC");
}

/**
 * An instant as the date of RFC 822 with a four-digit year, which RSS 2.0 asks for, in GMT.
 * @param epoch milliseconds.
 * @example rfc822(1657273380000) // "Fri, 08 Jul 2022 09:43:00 GMT"
 */
export function rfc822(epoch: number): string {
  return new Date(epoch).toUTCString();
}

/**
 * An instant as a W3C date and time (a profile of RFC 3339) in UTC, without luxon: site maps hold every page.
 * @param epoch milliseconds.
 * @example w3cDate(1657273380000) // "2022-07-08T09:43:00Z"
 */
export function w3cDate(epoch: number): string {
  return `${new Date(epoch).toISOString().slice(0, 19)}Z`;
}
