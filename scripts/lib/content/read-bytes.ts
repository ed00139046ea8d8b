import { closeSync, openSync, readSync } from "node:fs";

let room = Buffer.allocUnsafeSlow(1 << 16);

/**
 * Reads a whole file into memory that the next call writes over: a build reads thousands of small files, of which each
 * needs its bytes for an instant only.
 * @returns the file's bytes, to be used before the next call.
 * @throws {Error} of the system where the file cannot be read.
 */
export function readBytes(path: string): Uint8Array {
  const descriptor = openSync(path, "r");
  try {
    let length = 0;
    for (;;) {
      length += readSync(descriptor, room, length, room.length - length, null);
      if (length < room.length) return room.subarray(0, length);
      room = Buffer.concat([room], room.length * 2);
    }
  } finally {
    closeSync(descriptor);
  }
}
