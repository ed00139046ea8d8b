import assert from "node:assert/strict";
import { test } from "node:test";
import type { IndexReader } from "../../../scripts/lib/search/query/index-reader.ts";
import { excerptOf, markedRuns } from "../../../scripts/lib/search/query/excerpt.ts";
import { parseQuery, type ParsedQuery } from "../../../scripts/lib/search/query/parse-query.ts";
import { search } from "../../../scripts/lib/search/query/search.ts";
import { guessOf, suggestionOf } from "../../../scripts/lib/search/query/suggestion.ts";
import type { ResultPage } from "../../../scripts/lib/search/result-page.ts";
import { documentMaker } from "../../../scripts/lib/search/index-step/document.ts";
import { NO_SYNONYMS } from "../../../scripts/lib/search/synonyms.ts";
import { RECORDS } from "../../fixtures/search/records.ts";

/** An index in memory over the fixture, which counts what it is asked. */
function memoryIndex(): {
  readonly reader: IndexReader;
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly asked: string[];
} {
  const make = documentMaker(NO_SYNONYMS);
  const postings = new Map<string, Map<string, number>>();
  const fingerprints = new Map<string, readonly number[]>();
  for (const record of RECORDS) {
    fingerprints.set(record.url, make(record).fingerprints);
    const { head, body } = make(record);
    [...head, ...body].forEach((term, position) => {
      if (term === "-") return;
      const pages = postings.get(term) ?? new Map<string, number>();
      postings.set(term, pages.set(record.url, position));
    });
  }
  const asked: string[] = [];
  const reader: IndexReader = {
    documents: RECORDS.length,
    find: (term) => {
      asked.push(term);
      return Promise.resolve(postings.get(term) ?? new Map());
    },
    quoted: (fingerprint) => {
      asked.push(`#${fingerprint}`);
      const pages = [...fingerprints].filter(([, all]) => all.includes(fingerprint));
      return Promise.resolve(new Set(pages.map(([url]) => url)));
    },
    page: (id) => Promise.resolve(pageOf(id)),
  };
  const listed = [...postings].filter(([term]) => !/^q[defj]|^\d|w/.test(term));
  return { reader, vocabulary: new Map(listed.map(([term, pages]) => [term, pages.size])), asked };
}

function pageOf(url: string): ResultPage {
  const record = RECORDS.find((one) => one.url === url);
  if (record === undefined) throw new Error(`no fixture ${url}`);
  const meta: Record<string, string> = { title: record.title, kind: record.kind };
  if (record.lead !== null) meta["lead"] = record.lead;
  if (record.kicker !== null) meta["kicker"] = record.kicker;
  return { url, content: record.text, word_count: 0, filters: {}, anchors: [], meta };
}

const parsed = (text: string): Promise<ParsedQuery> => {
  const { reader, vocabulary } = memoryIndex();
  return parseQuery(text, vocabulary, reader);
};
const HA_GIANG = pageOf("/2022/07/chuyen-doi-so/");
const marks = (runs: readonly { readonly text: string; readonly marked: boolean }[]): readonly string[] =>
  runs.filter((run) => run.marked).map((run) => run.text);

test("document numbers, dates and quotes are taken out of a query", async () => {
  const query = await parsed('tuyên giáo 05-CT/TW ngày 8/7/2022 "chuyển đổi số"');
  assert.equal(query.keys.length, 2);
  assert.deepEqual(query.phrases, ["chuyen doi so"]);
  assert.deepEqual(
    query.words.map(({ terms }) => terms[0]),
    ["tuyen", "giao", "chuyen", "doi", "so"],
  );
});

test("a quote with keys that were not converted is repaired", async () => {
  assert.deepEqual((await parsed('"chuyeern ddooir soos" "le64 ho65i"')).phrases, [
    "chuyen doi so",
    "le hoi",
  ]);
});

test("a question loses what only asks", async () => {
  const query = await parsed("Hội nghị trực tuyến tuyên vận diễn ra ở đâu và khi nào?");
  assert.deepEqual(
    query.words.map(({ terms }) => terms[0]),
    ["hoi", "nghi", "truc", "tuyen", "tuyen", "van", "va"],
  );
});

test("diacritics typed are remembered in canonical spelling", async () => {
  const query = await parsed("hoà giải co so");
  assert.deepEqual(
    query.words.map(({ accented }) => accented),
    ["hòa", "giải", null, null],
  );
});

test("a slip is told apart from what was typed", async () => {
  const query = await parsed("chuyenn doi");
  assert.deepEqual(
    [query.words[0]?.origin, query.words[0]?.terms[0], query.corrected],
    ["slip", "chuyen", true],
  );
});

test("only the last word can be unfinished, and not before a space", async () => {
  assert.deepEqual(
    (await parsed("chuyen doi")).words.map(({ open }) => open),
    [false, true],
  );
  assert.deepEqual(
    (await parsed("chuyen doi ")).words.map(({ open }) => open),
    [false, false],
  );
});

test("a query is cut to what a person can mean", async () => {
  assert.ok((await parsed("hà giang ".repeat(1000))).words.length <= 40);
});

test("a long query asks the index for few terms", async () => {
  const { reader, vocabulary, asked } = memoryIndex();
  await search(
    "hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm tập trung vào chuyển đổi số tại Hà Giang",
    reader,
    vocabulary,
  );
  assert.ok(asked.length <= 12, asked.join(" "));
});

test("nonsense asks the index once for each word and finds nothing", async () => {
  const { reader, vocabulary, asked } = memoryIndex();
  const { found } = await search("xyzqk qwrtz", reader, vocabulary);
  assert.deepEqual([found.length, asked.length <= 2], [0, true]);
});

test("a quote of five words asks for fingerprints alone and is found", async () => {
  const { reader, vocabulary, asked } = memoryIndex();
  const { found } = await search("“giữ nghề qua ba đời bên dòng sông”", reader, vocabulary);
  assert.deepEqual(
    found.map(({ id }) => id),
    ["/2023/04/le-hoi/"],
  );
  assert.ok(asked.length <= 2 && asked.every((term) => term.startsWith("#")), asked.join(" "));
});

test("a short quote is found by its words, and only where they stand so", async () => {
  const { reader, vocabulary } = memoryIndex();
  const first = async (query: string): Promise<readonly string[]> =>
    (await search(query, reader, vocabulary)).found.map(({ id }) => id);
  assert.deepEqual(await first('"chiếc ghe ngo"'), ["/2023/04/le-hoi/"]);
  assert.deepEqual(await first('"ngo ghe chiếc"'), []);
});

test("a page of the wished kind alone is kept", async () => {
  const { reader, vocabulary } = memoryIndex();
  const { found } = await search("hội nghị", reader, vocabulary, (id) => id.startsWith("/2021/"));
  assert.deepEqual(
    found.map(({ id }) => id),
    ["/2021/07/truc-tuyen/"],
  );
});

test("every word of the query is marked, whatever its diacritics", async () => {
  const runs = markedRuns(await parsed("chuyen doi so "), "Sơ kết, tập trung vào Chuyển đổi số");
  assert.deepEqual(marks(runs), ["Sơ", "Chuyển", "đổi", "số"]);
});

test("the word being typed marks longer words, a finished one does not", async () => {
  assert.deepEqual(marks(markedRuns(await parsed("chuyen tru"), "chuyển trung tâm")), ["chuyển", "trung"]);
  assert.deepEqual(marks(markedRuns(await parsed("chuyen doi "), "chuyển đổi, đời")), [
    "chuyển",
    "đổi",
    "đời",
  ]);
});

test("document numbers and dates are marked as one, in any spelling", async () => {
  const runs = markedRuns(await parsed("5-CT/TW 8.7.2022"), "Chỉ thị số 05-CT/TW, ngày 08/7/2022");
  assert.deepEqual(marks(runs), ["Chỉ thị số 05-CT/TW", "ngày 08/7/2022"]);
});

test("the excerpt is the passage with the words asked for", async () => {
  const page = {
    ...HA_GIANG,
    content: `${"Mở đầu dài. ".repeat(60)}Đồng chí Lò Văn Mẫu phát biểu. ${"Kết thúc dài. ".repeat(60)}`,
  };
  const runs = excerptOf(await parsed("lò văn mẫu "), page);
  const text = runs.map((run) => run.text).join("");
  assert.deepEqual(marks(runs), ["Lò", "Văn", "Mẫu"]);
  assert.ok(text.startsWith("… ") && text.endsWith(" …") && text.length < 400, text);
});

test("a page without any of the words gives its beginning", async () => {
  const runs = excerptOf(await parsed("khmer "), HA_GIANG);
  assert.deepEqual(marks(runs), []);
  assert.match(runs[0]?.text ?? "", /^Sáng 08\/7\/2022/);
});

test("runs put together are the text itself", async () => {
  const text = `${HA_GIANG.meta["title"] ?? ""} – <b>“NFC”</b>`;
  const runs = markedRuns(await parsed("tuyen giao 6 thang"), text);
  assert.equal(runs.map((run) => run.text).join(""), text);
});

test("a slip alone finds nothing but is guessed at", async () => {
  const { reader, vocabulary } = memoryIndex();
  const answer = await search("tuyne ", reader, vocabulary);
  assert.deepEqual([answer.found.length, guessOf(answer.query)], [0, "tuyen"]);
  assert.equal(guessOf(await parsed("xyzqk")), null);
  assert.equal(guessOf(await parsed("tuyen giao")), null);
});

test("what a repaired query was taken for is told in the page’s own spelling", async () => {
  assert.equal(suggestionOf(await parsed("chuyenn doi so"), HA_GIANG), "chuyển đổi số");
  assert.equal(suggestionOf(await parsed("chuyen doi so"), HA_GIANG), null);
});
