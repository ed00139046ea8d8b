import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emptyMp4, silentMp3, simplePdf } from "../../../../scripts/lib/bench/corpus/media-files.ts";

describe("simplePdf", () => {
  const pdf = simplePdf("Bao cao (6 thang)").toString("latin1");

  it("has a header, a trailer and a reference table that points at every object", () => {
    assert.ok(pdf.startsWith("%PDF-1.4\n") && pdf.endsWith("%%EOF\n"));
    const start = Number(/startxref\n(\d+)\n/.exec(pdf)?.[1]);
    assert.equal(pdf.slice(start, start + 4), "xref");
    const offsets = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));
    assert.equal(offsets.length, 5);
    offsets.forEach((offset, index) => assert.ok(pdf.slice(offset).startsWith(`${index + 1} 0 obj\n`)));
  });

  it("tells the length of its text rightly", () => {
    const [, length, content] = /\/Length (\d+) >>\nstream\n(.*)\nendstream/.exec(pdf) ?? [];
    assert.equal(content?.length, Number(length));
  });

  it("drops what would end the text string", () => {
    assert.match(pdf, /\(Bao cao 6 thang\) Tj/);
  });
});

describe("silentMp3", () => {
  it("is made of whole frames of 417 bytes", () => {
    const bytes = silentMp3();
    assert.equal(bytes.length % 417, 0);
    for (let at = 0; at < bytes.length; at += 417) assert.equal(bytes.readUInt16BE(at), 0xfffb);
  });
});

describe("emptyMp4", () => {
  it("is made of boxes whose sizes add up", () => {
    const bytes = emptyMp4();
    const types: string[] = [];
    let at = 0;
    for (; at < bytes.length; at += bytes.readUInt32BE(at))
      types.push(bytes.toString("latin1", at + 4, at + 8));
    assert.deepEqual(types, ["ftyp", "moov", "mdat"]);
    assert.equal(at, bytes.length);
  });
});
