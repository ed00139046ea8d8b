import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";

const css = await readFile(new URL("../../../../assets/styles/tokens.css", import.meta.url), "utf8");

type Colours = ReadonlyMap<string, string>;

/** Custom properties of the rules whose head is `selector`; of `light-dark(a, b)` the first or the second. */
function colours(selector: string, side: 0 | 1): Colours {
  const found = new Map<string, string>();
  for (const [, head = "", body = ""] of css.matchAll(/(?:^|\n) *([^\n{}]+) \{([^}]*)\}/g)) {
    if (head.trim() !== selector) continue;
    for (const [, name = "", value = ""] of body.matchAll(/(--[a-z-]+): ([^;]+);/g)) {
      const pair = /light-dark\(([^,]+), ([^)]+)\)/.exec(value);
      found.set(name, pair === null ? value : (pair[side + 1] ?? ""));
    }
  }
  return found;
}

const light = colours(":root", 0);
const dark = colours(":root", 1);
const moreContrast = ':root:not([data-theme="contrast"])';
const themes: readonly (readonly [string, Colours])[] = [
  ["light", light],
  ["dark", dark],
  ["high contrast", new Map([...dark, ...colours(':root[data-theme="contrast"]', 1)])],
  ["light, more contrast asked for", new Map([...light, ...colours(moreContrast, 0)])],
  ["dark, more contrast asked for", new Map([...dark, ...colours(moreContrast, 1)])],
];

/** Relative luminance of `#rgb` or `#rrggbb`, WCAG 2.2. */
function luminance(colour: string): number {
  const digits = colour.slice(1);
  const pairs =
    digits.length === 3 ? Array.from(digits, (digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => {
    const part = parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe("contrast", () => {
  it("is measured as WCAG does", () => {
    assert.equal(contrast("#000", "#ffffff"), 21);
    assert.equal(contrast("#767676", "#fff").toFixed(2), "4.54");
  });

  for (const [name, theme] of themes) {
    const ratio = (front: string, back: string) =>
      contrast(theme.get(front) ?? "#808080", theme.get(back) ?? "#808080");

    for (const text of ["--ink", "--ink-soft", "--link", "--accent"]) {
      it(`of ${text} on paper and band is 7:1 or more: ${name}`, () => {
        assert.ok(ratio(text, "--paper") >= 7, String(ratio(text, "--paper")));
        assert.ok(ratio(text, "--band") >= 7, String(ratio(text, "--band")));
      });
    }

    it(`of words on the red bar is 7:1 or more: ${name}`, () => {
      assert.ok(ratio("--on-brand", "--brand") >= 7, String(ratio("--on-brand", "--brand")));
      assert.ok(ratio("--on-brand", "--brand-deep") >= 7);
    });

    it(`of marked text is 7:1 or more: ${name}`, () => {
      assert.ok(ratio("--ink", "--mark") >= 7, String(ratio("--ink", "--mark")));
    });

    it(`of the edges of fields and of the focus ring is 3:1 or more: ${name}`, () => {
      assert.ok(ratio("--rule-strong", "--paper") >= 3, String(ratio("--rule-strong", "--paper")));
      assert.ok(ratio("--focus", "--paper") >= 3);
      assert.ok(ratio("--focus", "--band") >= 3);
    });
  }
});
