import assert from "node:assert/strict";
import { test } from "node:test";
import { SymbolPlotter } from "#site/pictures/qr-symbol.ts";

/** Addresses of many lengths, letters and hosts, the same in each run. */
function* addresses(): Generator<string> {
  const words = ["so-ket", "hoi-nghi", "Đắk R’lấp", "2026", "?p=/x/", "tuyen-giao", "a", "%C4%91"];
  for (let number = 0; number < 600; number += 1) {
    const parts = Array.from(
      { length: number % 24 },
      (_, place) => words[(number * 7 + place * 5) % words.length],
    );
    yield `https://${number % 3 === 0 ? "tuyengiao.laocai.vn" : "host"}/${parts.join("-")}/${number}`;
  }
}

test("a symbol put together of what was learnt is the one that the library draws", () => {
  const learned = new SymbolPlotter(0);
  const drawn = new SymbolPlotter(Infinity);
  for (const text of [...addresses(), ...addresses()]) {
    assert.deepEqual(learned.plot(text), drawn.plot(text), text);
  }
});

test("the symbols before learning pays are those after it", () => {
  const texts = [...addresses()].slice(0, 40);
  const plotter = new SymbolPlotter(texts.length);
  const before = texts.map((text) => plotter.plot(text));
  assert.deepEqual(
    texts.map((text) => plotter.plot(text)),
    before,
  );
});

test("light is 1, from the quiet zone at the corner to the first module of the symbol", () => {
  const { side, stride, rows } = new SymbolPlotter().plot("https://host/");
  assert.equal(side, 33);
  assert.equal(stride, 5);
  assert.equal(rows[0], 0b11111111);
  // Four light modules, then the finder's upper edge: seven dark ones and a light one.
  assert.equal(rows[4 * stride], 0b11110000);
  assert.equal((rows[4 * stride + 1] ?? 0) >> 4, 0b0001);
});
