import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { deleteSetAside, setAside } from "../../../scripts/lib/bench/set-aside.ts";
import { edit, filesIn } from "../../helpers/build-fixture.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

describe("setAside", () => {
  it("takes a folder out of the way without deleting it, as often as asked, until all is measured", () => {
    const work = temporaryFolder();
    const site = join(work, "portal", "site");
    for (const text of ["một", "hai"]) {
      edit(site, { "index.html": text });
      setAside(site);
      assert.equal(existsSync(site), false);
    }
    assert.equal(filesIn(work).length, 2);
    edit(work, { "portal/kept.txt": "x" });
    deleteSetAside(work);
    assert.deepEqual(filesIn(work), ["portal/kept.txt"]);
  });

  it("takes what is not there", () => {
    setAside(join(temporaryFolder(), "site"));
    deleteSetAside(join(temporaryFolder(), "work"));
  });
});
