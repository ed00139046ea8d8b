const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const HOST = /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org|gov|edu|info)(?:\/|$)/i;
const WITH_ENDING = /^[^/\\?#]+\.[a-z0-9]{2,5}$/i;

/** The file as its editor named it: the library percent-encodes addresses. @example fileName("a%20b.jpg") // "a b.jpg" */
export function fileName(address: string): string {
  return decodeAddress(address).replace(/^\.\//, "");
}

/** An address as a person reads it. */
export function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Whether a name stays in the folder of its text: `hoi-truong.jpg`, not `../x.jpg` or `https://…`. */
export function isPlainName(name: string): boolean {
  return name !== "" && !/[/\\\0]/.test(name) && !name.startsWith(".") && !SCHEME.test(name);
}

/** Whether a link's address is the bare name of a file: `bao-cao.pdf`. */
export function isFileBeside(address: string): boolean {
  return WITH_ENDING.test(address) && isPlainName(address) && !isHost(address);
}

/** Whether an address begins like that of another site, without its `https://`: `baolaocai.vn/tin`. */
export function isHost(address: string): boolean {
  return HOST.test(address);
}
