import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readBytes } from "#content/read-bytes.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

describe("the bytes of a file", () => {
  const folder = temporaryFolder();

  for (const length of [0, 1, 65_535, 65_536, 65_537, 1_000_000])
    it(`are all there: ${length}`, () => {
      const file = join(folder, `${length}`);
      const bytes = Buffer.from(Array.from({ length }, (_, at) => at % 251));
      writeFileSync(file, bytes);
      assert.ok(bytes.equals(readBytes(file)));
    });

  it("are those of the last file that was read", () => {
    const [long, short] = [join(folder, "long"), join(folder, "short")];
    writeFileSync(long, "dài hơn nhiều");
    writeFileSync(short, "ngắn");
    readBytes(long);
    assert.equal(Buffer.from(readBytes(short)).toString(), "ngắn");
  });

  it("cannot be had of a file that is not there", () => {
    assert.throws(() => readBytes(join(folder, "none")), { code: "ENOENT" });
  });
});
