import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { parseHTML } from "linkedom";
import { pathOf, startVerifyPage } from "../../assets/browser/verify-report.ts";
import type { VerifyTools } from "../../assets/browser/verify.ts";
import { formatList, listNamesFor, listPath } from "#domain/manifest.ts";
import { sha256 } from "#publish/hash-files.ts";

describe("the address that a reader types", () => {
  const table: readonly (readonly [text: string, path: string | null])[] = [
    ["/btg/2022/07/x/", "/btg/2022/07/x/"],
    [" https://host.vn/btg/2022/07/x/?fbclid=1#muc ", "/btg/2022/07/x/"],
    ["btg/2022/07/x/", "/btg/2022/07/x/"],
    ["https://host.vn/btg", "/btg"],
    ["https://khac.vn/btg/2022/", null],
    ["https://host.vn/khac/", null],
    ["https://host.vn.khac.vn/btg/", null],
    ["javascript:alert(1)", null],
  ];
  for (const [text, path] of table) {
    test(`${text} is ${path ?? "not of this site"}`, () =>
      assert.equal(pathOf(text, "https://host.vn/btg/"), path));
  }
});

const PAGE = "<!doctype html><p>Nội dung</p>";
const FILE = "2022/07/x/index.html";
// Two levels, as a large site has them: the root names the first list, the first list names the second.
const [FIRST = "", SECOND = ""] = listNamesFor(sha256(FILE), [2, 3]).map(listPath);
const LIST = formatList([[FILE, sha256(PAGE)]]);
const LIST_OF_LISTS = formatList([[SECOND, sha256(LIST)]]);
const ROOT = {
  format: 2,
  release: "20260717T093012Z-4f1c2a9",
  created: "2026-07-17T09:30:12Z",
  site: "https://host.vn/",
  commit: null,
  pages: 1,
  files: 1,
  bytes: 30,
  levels: [2, 3],
  lists: { [sha256(FILE).slice(0, 2)]: sha256(LIST_OF_LISTS) },
  key: null,
};

function toolsFor(files: Readonly<Record<string, string>>): VerifyTools {
  const all: Readonly<Record<string, string>> = {
    "/manifest/manifest.json": JSON.stringify(ROOT),
    [`/${FIRST}`]: LIST_OF_LISTS,
    [`/${SECOND}`]: LIST,
    "/2022/07/x/": PAGE,
    ...files,
  };
  return {
    fetch: (url) => {
      const body = all[new URL(url).pathname];
      return Promise.resolve(new Response(body ?? null, { status: body === undefined ? 404 : 200 }));
    },
    resourcesOf: () => [],
    isSignatureValid: () => Promise.resolve(true),
  };
}

describe("the page /kiem-tra/", () => {
  const names = ["document", "location"] as const;
  let before: readonly (PropertyDescriptor | undefined)[] = [];
  beforeEach(() => {
    before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  });
  afterEach(() => {
    for (const [index, name] of names.entries()) {
      const descriptor = before[index];
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  });

  /** Opens the page with a query and gives what it says in the end. */
  async function open(query: string, files: Readonly<Record<string, string>> = {}) {
    const { document } = parseHTML(
      '<main data-verify data-base="/"><form><input name="p"></form><div data-verify-result hidden></div><dl hidden></dl></main>',
    );
    const location = new URL(`https://host.vn/kiem-tra/${query}`);
    Object.defineProperty(globalThis, "document", { value: document, configurable: true });
    Object.defineProperty(globalThis, "location", { value: location, configurable: true });
    const root = document.querySelector<HTMLElement>("[data-verify]");
    assert.ok(root !== null);
    startVerifyPage(root, toolsFor(files));
    const box = root.querySelector<HTMLElement>("[data-verify-result]");
    for (let turn = 0; turn < 100 && box?.dataset["state"] === "working"; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const facts = [...root.querySelectorAll("dl > div")].map((row) => row.textContent);
    const state = box?.hasAttribute("hidden") === true ? null : box?.dataset["state"];
    return { state, title: box?.firstElementChild?.textContent ?? null, text: box?.textContent ?? "", facts };
  }

  test("waits quietly until an address is given", async () => assert.equal((await open("")).state, null));

  test("says that a page is as published, when, and by which sum", async () => {
    const { state, title, facts } = await open("?p=/2022/07/x/");
    assert.deepEqual([state, title], ["intact", "Trang này đúng nguyên văn bản đã công bố."]);
    assert.deepEqual(facts, [
      "Trang/2022/07/x/",
      "Công bố lúc16:30 17/07/2026 (GMT+7)",
      "Bản phát hành20260717T093012Z-4f1c2a9",
      `Mã SHA-256 của trang${sha256(PAGE)}`,
      "Chữ kýBản này chưa ký",
    ]);
  });

  const answers: readonly (readonly [
    query: string,
    files: Readonly<Record<string, string>>,
    state: string,
    title: string,
  ])[] = [
    [
      "?p=/2022/07/x/",
      { "/2022/07/x/": `${PAGE}<a href="https://nha-cai.example/">` },
      "changed",
      "Trang này KHÁC bản đã công bố.",
    ],
    ["?p=/khong-co/", {}, "unknown", "Địa chỉ này không có trong bản công bố."],
    ["?p=https://khac.vn/x/", {}, "unknown", "Địa chỉ này không thuộc cổng."],
    ["?p=/2022/07/x/", { [`/${FIRST}`]: "khác" }, "changed", "Danh sách mã kiểm tra không khớp chữ ký."],
    [
      "?p=/2022/07/x/",
      { [`/${SECOND}`]: LIST.replace("x/index", "y/index") },
      "changed",
      "Danh sách mã kiểm tra không khớp chữ ký.",
    ],
  ];
  for (const [query, files, state, title] of answers) {
    test(`${query} with ${Object.keys(files).join() || "nothing changed"}: ${title}`, async () => {
      const answer = await open(query, files);
      assert.deepEqual([answer.state, answer.title], [state, title]);
    });
  }

  test("shows an address with markup as text", async () => {
    const answer = await open("?p=/2022/%3Cimg src=x onerror=alert(1)%3E/");
    assert.equal(answer.state, "unknown");
    assert.equal(document.querySelector("img"), null);
  });
});
