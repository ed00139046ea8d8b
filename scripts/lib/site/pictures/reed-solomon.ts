/** How the data of a QR symbol is divided for error correction (ISO/IEC 18004, table 9). */
export interface Blocks {
  /** Data codewords of each block, shorter blocks first. */
  readonly data: readonly number[];
  /** Error correction codewords of each block. */
  readonly correction: number;
}

/**
 * Makes a function that takes the data codewords of a symbol and gives all its codewords in the order in which they are
 * placed: data and error correction, the blocks interleaved (ISO/IEC 18004, 7.5 and 7.6). What it gives is overwritten
 * by the next call.
 * @example codewords({ data: [28], correction: 16 })(new Uint8Array(28)).length // 44
 */
export function codewords({ data, correction }: Blocks): (bytes: Uint8Array) => Uint8Array {
  const table = feedback(correction);
  const longest = Math.max(...data);
  const dataLength = data.reduce((sum, length) => sum + length, 0);
  const result = new Uint8Array(dataLength + data.length * correction);
  // The k-th codeword of each block that has one, then the k+1-th.
  const order = Array.from({ length: longest }, (_, k) =>
    data.flatMap((length, block) => (k < length ? [block] : [])),
  );
  const places = data.map((length, block) =>
    Uint16Array.from({ length }, (_, k) => order.slice(0, k).flat().length + (order[k] ?? []).indexOf(block)),
  );
  const rest = new Uint8Array(correction + 1);
  return (bytes) => {
    let from = 0;
    for (let block = 0; block < places.length; block += 1) {
      const into = places[block] ?? new Uint16Array();
      rest.fill(0);
      for (let k = 0; k < into.length; k += 1) {
        const byte = bytes[from + k] ?? 0;
        result[into[k] ?? 0] = byte;
        const row = (byte ^ (rest[0] ?? 0)) * correction;
        for (let term = 0; term < correction; term += 1)
          rest[term] = (rest[term + 1] ?? 0) ^ (table[row + term] ?? 0);
      }
      for (let term = 0; term < correction; term += 1)
        result[dataLength + term * places.length + block] = rest[term] ?? 0;
      from += into.length;
    }
    return result;
  };
}

/** Every multiple of the generator polynomial of this degree without its leading term, one row for each factor. */
function feedback(degree: number): Uint8Array {
  let generator = [1];
  for (let root = 1, term = 0; term < degree; term += 1, root = multiply(root, 2)) {
    const shifted = [...generator, 0];
    generator = shifted.map((value, at) => value ^ multiply(at === 0 ? 0 : (generator[at - 1] ?? 0), root));
  }
  const table = new Uint8Array(256 * degree);
  for (let factor = 0; factor < 256; factor += 1) {
    for (let term = 0; term < degree; term += 1)
      table[factor * degree + term] = multiply(generator[term + 1] ?? 0, factor);
  }
  return table;
}

/** Product in the field of QR codes: bytes as polynomials modulo x⁸ + x⁴ + x³ + x² + 1. */
function multiply(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((other >> bit) & 1) product ^= one;
  }
  return product;
}
