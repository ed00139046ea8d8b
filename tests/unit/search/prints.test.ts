import assert from "node:assert/strict";
import { test } from "node:test";
import { makeArticles } from "../../../scripts/lib/search/evaluation/articles.ts";
import { printsOf } from "../../../scripts/lib/search/prints.ts";
import { wordsOf } from "../../../scripts/lib/search/words.ts";

const terms = (text: string): readonly string[] => wordsOf(text).map((word) => word.term);

test("every quote of seven words or more shares a fingerprint with its text", () => {
  for (const { record } of makeArticles({ seed: 5, count: 3, family: "feature", words: 120 })) {
    const words = terms(record.text);
    const prints = new Set(printsOf(words));
    for (let start = 0; start + 7 <= words.length; start += 1) {
      assert.ok(
        printsOf(words.slice(start, start + 7)).every((print) => prints.has(print)),
        `words from ${start}`,
      );
    }
  }
});

test("fewer than seven words have none", () => {
  assert.deepEqual(printsOf(terms("sáu chữ một câu nữa thôi")), []);
  assert.deepEqual(printsOf([]), []);
});

test("fingerprints are words of letters that no text has", () => {
  for (const print of printsOf(terms("hội nghị sơ kết công tác tuyên giáo quý hai")))
    assert.match(print, /^qs[a-z]{3}$/);
});

test("about a third of the pairs are kept", () => {
  const [article] = makeArticles({ seed: 9, count: 1, family: "report", words: 600 });
  const words = terms(article?.record.text ?? "");
  const share = printsOf(words).length / words.length;
  assert.ok(share > 0.15 && share < 0.45, `kept ${share}`);
});
