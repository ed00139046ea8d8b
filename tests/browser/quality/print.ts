import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { ensureDebianPackages } from "../../helpers/debian.ts";
import { PUBLISHED_ORIGIN, type RealPage } from "../../helpers/real-site.ts";
import type { Portal } from "./portal.ts";

// The package is CommonJS, its only export the function below.
const readQr = createRequire(import.meta.url)("jsqr") as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;

/** An article on paper. */
export function printGates(portal: Portal): void {
  const article = portal.kinds.get("news article");

  it("prints as a document: letterhead, title, address and a code that leads to its check; nothing to press", async () => {
    ensureDebianPackages(["poppler-utils"]);
    const file = join(temporaryFolder(), "article.pdf");
    const pdf = await portal.visit(article?.path ?? "", { colorScheme: "dark" }, (page) =>
      page.pdf({ format: "A4", preferCSSPageSize: true }),
    );
    writeFileSync(file, pdf);

    const text = run("pdftotext", ["-layout", file, "-"]).toString("utf8");
    const words = fold(text);
    const address = PUBLISHED_ORIGIN + (article?.path ?? "");
    const title = /<h1>(.*?)<\/h1>/.exec(article?.html ?? "")?.[1] ?? "";
    for (const wanted of ["Trang tin Tuyên giáo", "Ban Tuyên giáo và Dân vận Tỉnh ủy", title, address])
      assert.ok(words.includes(fold(wanted)), `"${wanted}" is not on paper`);
    for (const unwanted of ["Menu", "Cỡ chữ", "Facebook", "Tin liên quan", "Lượt truy cập", "Bỏ qua"])
      assert.ok(!words.includes(fold(unwanted)), `"${unwanted}" is on paper`);

    const pages = Number(/Pages:\s+(\d+)/.exec(run("pdfinfo", [file]).toString())?.[1]);
    assert.ok(pages >= 1 && pages <= 8, `${pages} pages`);
    const found = await Promise.all(Array.from({ length: pages }, (_, index) => codeOn(file, index + 1)));
    const check = `${PUBLISHED_ORIGIN}/kiem-tra/?p=${article?.path ?? ""}`;
    assert.deepEqual(
      found.filter((code) => code !== null),
      [check],
    );
  });

  it("has its pictures before it prints, also those far below what was read", async () => {
    const missing = (page: Page): Promise<number> =>
      page.$$eval(
        "figure img",
        // The selector says that they are pictures.
        (images) => (images as HTMLImageElement[]).filter(({ naturalWidth }) => naturalWidth === 0).length,
      );
    await portal.visit(longWithPictures(portal).path, {}, async (page) => {
      assert.notEqual(await missing(page), 0, "nothing is left to fetch");
      const printed = page.evaluate(() => new Promise<void>((resolve) => (window.print = resolve)));
      await page.click("[data-print]");
      await printed;
      assert.equal(await missing(page), 0);
    });
  });
}

/** The longest article with pictures down to its end. */
function longWithPictures({ site }: Portal): RealPage {
  const articles = [...site.pages.values()].filter(
    ({ layout, html }) => layout === "article" && html.split("<figure").length > 4,
  );
  return articles.reduce((longest, page) => (page.html.length > longest.html.length ? page : longest));
}

/** Lines break where the paper ends, and the reader of PDFs sees gaps between some letters. */
function fold(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "").toLowerCase();
}

/** What a phone reads from the code on a page of a PDF; `null` where there is none. */
async function codeOn(file: string, page: number): Promise<string | null> {
  const png = run("pdftoppm", ["-png", "-r", "150", "-f", String(page), "-l", String(page), file]);
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return readQr(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null;
}

function run(command: string, words: readonly string[]): Buffer {
  const { stdout, stderr, status } = spawnSync(command, words, { maxBuffer: 200 * 1024 ** 2 });
  if (status !== 0) throw new Error(`${command} failed: ${stderr.toString("utf8").slice(0, 300)}`);
  return stdout;
}
