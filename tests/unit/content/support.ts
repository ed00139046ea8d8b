import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import type { Article } from "../../../scripts/lib/domain/article.ts";
import { formatProblem } from "../../../scripts/lib/domain/problem.ts";
import { parseArticle, type Registers } from "../../../scripts/lib/content/parse-article.ts";
import type { Parsed } from "../../../scripts/lib/content/source-file.ts";

/** Registers with an entry or two each. */
export const REGISTERS: Registers = {
  sections: new Map(
    ["tin-tuc", "kinh-te"].map((key) => [
      key,
      { key, name: key, parent: null, description: null, menu: true },
    ]),
  ),
  topics: new Map([["chuyen-doi-so", { key: "chuyen-doi-so", name: "Chuyển đổi số", description: null }]]),
  places: new Map([
    [
      "ha-giang",
      { key: "ha-giang", name: "Hà Giang", now: "tỉnh Tuyên Quang", parent: null, aliases: ["Hà Tuyên"] },
    ],
  ]),
  units: new Map(),
  authors: new Map([["my-ly", { key: "my-ly", name: "My Ly", unit: "BTG Tỉnh ủy", bio: null }]]),
  sources: new Map([
    ["bao-lao-cai", { key: "bao-lao-cai", name: "Báo Lào Cai", link: "https://baolaocai.vn/" }],
  ]),
};

/** Lines of a sound article, without the `---` lines; line 2 of the file is the title. */
export const SOUND: Readonly<Record<string, string>> = {
  title: "title: Hà Giang sơ kết công tác",
  lead: "lead: Sáng 08/7, Ban Tuyên giáo Tỉnh ủy sơ kết công tác.",
  date: "date: 2022-07-08 16:43",
  section: "section: tin-tuc",
};

/**
 * Writes an article whose named lines are replaced and whose other lines are sound.
 * @param lines whole lines by field; `""` leaves a field out; unknown names are added below, from line 6 on.
 */
export function articleText(lines: Readonly<Record<string, string>> = {}, body = "Nội dung.\n"): string {
  const front = Object.values({ ...SOUND, ...lines }).filter((line) => line !== "");
  return `---\n${front.join("\n")}\n---\n\n${body}`;
}

/** Parses a text as `content/articles/2022/07/so-ket/index.md`. */
export function parse(text: string | Uint8Array, folder = "articles/2022/07/so-ket"): Parsed<Article> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return parseArticle(folder, "index.md", bytes, REGISTERS);
}

/** Problems as a terminal shows them. */
export function problemsOf(text: string | Uint8Array, folder?: string): readonly string[] {
  return parse(text, folder).problems.map(formatProblem);
}

/** The model of a text that is expected to have no errors. */
export function articleOf(text: string | Uint8Array): Article {
  const { model, problems } = parse(text);
  if (model === null) throw new Error(problems.map(formatProblem).join("\n"));
  return model;
}

/** Writes files into a temporary folder that is removed after the test. @param files text by path */
export function contentFolder(
  test: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), "trang-tin-content-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The least that content/_data has to hold. */
export const DATA = {
  "_data/site.yml":
    "name: Trang tin\ndescription: Tin của Ban\nreuse: Ghi rõ nguồn\nimprint:\n  owner: Ban Tuyên giáo\n",
  "_data/sections.yml": "tin-tuc:\n  name: Tin tức\n",
} as const;
