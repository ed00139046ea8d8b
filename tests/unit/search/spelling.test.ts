import assert from "node:assert/strict";
import { test } from "node:test";
import {
  completions,
  likelierTerms,
  repairTyping,
  splitGlued,
  suggestTerms,
} from "../../../scripts/lib/search/query/spelling.ts";

const VOCABULARY = new Map(
  Object.entries({
    tuyen: 90,
    giao: 80,
    tuyenwgiao: 70,
    ha: 30,
    giang: 20,
    hawgiang: 15,
    le: 40,
    hoi: 95,
    lao: 9,
    cai: 8,
    lai: 6,
    chau: 5,
    teh: 2,
    da: 50,
    ocop: 7,
  }),
);

test("Telex and VNI left-overs are repaired word by word", () => {
  assert.equal(repairTyping("tuyeen giaso haf giang", VOCABULARY, 100), "tuyên giáo hà giang");
  assert.equal(repairTyping("le64 ho65i 2022", VOCABULARY, 100), "lễ hội 2022");
});

test("a foreign name between VNI words loses its keys", () => {
  assert.equal(repairTyping("le64 d9a5 teh3", VOCABULARY, 100), "lễ đạ teh");
});

test("a name typed without its space is no Telex", () => {
  const vocabulary = new Map([...VOCABULARY, ["sa", 9], ["pa", 7], ["sap", 3]]);
  assert.equal(repairTyping("sapa", vocabulary, 100), "sapa");
  assert.equal(repairTyping("saap", vocabulary, 100), "sâp");
});

test("words that the index knows stay as typed", () => {
  assert.equal(repairTyping("OCOP hội Hà Giang", VOCABULARY, 100), "OCOP hội Hà Giang");
});

test("glued words are split the likeliest way", () => {
  assert.deepEqual(splitGlued("hagiang", VOCABULARY, 100)[0], ["ha", "giang"]);
  assert.deepEqual(splitGlued("laocai", VOCABULARY, 100)[0], ["lao", "cai"]);
  assert.deepEqual(splitGlued("tuyengiaohagiang", VOCABULARY, 100)[0], ["tuyen", "giao", "ha", "giang"]);
});

test("what is no row of known words is not split", () => {
  assert.deepEqual(splitGlued("xqzwkj", VOCABULARY, 100), []);
  assert.deepEqual(splitGlued("hagiangx", VOCABULARY, 100), []);
});

const SLIPS: readonly (readonly [typed: string, meant: string])[] = [
  ["tuyn", "tuyen"],
  ["tuyeen", "tuyen"],
  ["tuyne", "tuyen"],
  ["tuzen", "tuyen"],
  ["ocoop", "ocop"],
];
for (const [typed, meant] of SLIPS) {
  test(`“${typed}” is one slip from ${meant}`, () =>
    assert.equal(suggestTerms(typed, [null, null], VOCABULARY)[0], meant));
}

test("neighbours decide between words one slip away", () => {
  assert.equal(suggestTerms("gias", ["tuyen", null], VOCABULARY)[0], "giao");
});

test("a known word is doubted only where its neighbours know another", () => {
  const vocabulary = new Map([
    ...VOCABULARY,
    ["tan", 4],
    ["toan", 9],
    ["an", 9],
    ["anwtoan", 5],
    ["toanwgiao", 5],
  ]);
  assert.deepEqual(likelierTerms("tan", ["an", "giao"], vocabulary), ["toan"]);
  assert.deepEqual(likelierTerms("tan", ["ha", "giao"], vocabulary), []);
  assert.deepEqual(likelierTerms("toan", ["an", "giao"], vocabulary), []);
  assert.deepEqual(likelierTerms("tan", [null, null], vocabulary), []);
});

test("two slips are not guessed", () => {
  assert.deepEqual(suggestTerms("txyzn", [null, null], VOCABULARY), []);
});

test("the word being typed is completed, frequent words first, pairs never", () => {
  assert.deepEqual(completions("tuy", null, VOCABULARY), ["tuyen"]);
  assert.deepEqual(completions("la", null, VOCABULARY), ["lao", "lai"]);
});
