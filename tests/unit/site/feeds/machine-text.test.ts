import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { machineText, rfc822, w3cDate } from "#site/feeds/machine-text.ts";

describe("machineText", () => {
  for (const [name, text, expected] of [
    ["leaves Vietnamese as it is", "Sơ kết 6 tháng đầu năm", "Sơ kết 6 tháng đầu năm"],
    ["composes", "e\u0302\u0301", "ế"],
    ["keeps tabs and line ends", "a\tb\r\nc", "a\tb\r\nc"],
    ["drops control characters", "a\u0000\u0007\u001F\u007F\u009Fb", "ab"],
    ["drops non-characters", "a\uFFFE\uFFFFb", "ab"],
    ["drops halves of pairs, not pairs", "\uDC00📚\uD83D", "📚"],
  ] as const)
    it(name, () => assert.equal(machineText(text), expected));
});

describe("dates for machines", () => {
  const epoch = Date.UTC(2022, 6, 8, 9, 43, 5, 999);
  it("are RFC 822 in RSS", () => assert.equal(rfc822(epoch), "Fri, 08 Jul 2022 09:43:05 GMT"));
  it("are W3C dates in site maps", () => assert.equal(w3cDate(epoch), "2022-07-08T09:43:05Z"));
});
