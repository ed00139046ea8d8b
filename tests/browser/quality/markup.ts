import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { filesIn } from "../../helpers/build-fixture.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { nuErrors } from "../../helpers/nu-checker.ts";
import type { Portal } from "./portal.ts";

/** Valid markup on every page, and valid style sheets. */
export function markupGates({ site }: Portal): void {
  it("html-validate finds no error on any page", async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const errors: string[] = [];
    for (const { path, html } of site.pages.values()) {
      const { results } = await validator.validateString(html, "page.html");
      for (const { ruleId, line, column, message } of results.flatMap(({ messages }) => messages))
        errors.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
    }
    assert.deepEqual(errors, []);
  });

  it("the Nu checker finds no error on any page, the pages at old addresses included", () => {
    assert.deepEqual(nuErrors([site.folder, folderOfRedirectPages(site.release)]), []);
  });

  it("the Nu checker finds no error in any style sheet", () => {
    const sheets = filesIn(site.folder).filter((file) => file.endsWith(".css"));
    assert.notEqual(sheets.length, 0);
    assert.deepEqual(
      nuErrors(
        sheets.map((file) => join(site.folder, file)),
        "css",
      ),
      [],
    );
  });
}

/** Writes out the small pages that publishing makes for old addresses. */
function folderOfRedirectPages({ files }: Portal["site"]["release"]): string {
  const folder = temporaryFolder();
  const pages = [...files.values()].filter(({ path }) => path.endsWith(".html"));
  for (const [index, { source }] of pages.entries())
    if (source.kind === "text") writeFileSync(join(folder, `${index}.html`), source.text);
  return folder;
}
