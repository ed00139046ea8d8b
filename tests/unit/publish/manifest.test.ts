import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  formatList,
  groupHex,
  listNameFor,
  parseList,
  parseManifestRoot,
  prefixLengthFor,
} from "#domain/manifest.ts";
import { compareFiles, isIntact } from "#publish/compare-files.ts";
import { sha256 } from "#publish/hash-files.ts";
import { checkRoot } from "#publish/live-release.ts";
import { changesSince, isReleaseId, makeRelease, textFile, type ReleaseFile } from "#publish/release.ts";
import {
  fingerprintOf,
  generateSigningKey,
  isSignedBy,
  parseSigningKey,
  signText,
} from "#publish/signature.ts";

const SUM = "a".repeat(64);

function release(paths: readonly string[], fields: Partial<Parameters<typeof makeRelease>[0]> = {}) {
  const files = new Map<string, ReleaseFile>(paths.map((path) => [path, textFile(path, path)]));
  const options = {
    files,
    pages: 1,
    bytes: 9,
    siteUrl: "https://btg.example.vn/",
    commit: null,
    newest: null,
    key: null,
  };
  return makeRelease({ ...options, now: new Date("2026-07-17T09:30:12.900Z"), ...fields });
}

describe("the manifest's lists", () => {
  test("are what sha256sum reads, sorted", () => {
    const text = formatList([
      ["b.html", SUM],
      ["a b.html", SUM],
    ]);
    assert.equal(text, `${SUM}  a b.html\n${SUM}  b.html\n`);
    assert.deepEqual([...parseList(text).keys()], ["a b.html", "b.html"]);
  });

  test("with a line of another form are refused", () => {
    assert.throws(() => parseList("abc  x\n"), /not a sha256sum line: abc {2}x/);
  });

  test("stay small, however large the site", () => {
    for (const files of [1, 500, 8_000, 80_000, 130_000, 1_000_000]) {
      assert.ok(files / 16 ** prefixLengthFor(files) <= 520, `${files} files`);
    }
  });

  test("are chosen by the hash of the path", () => {
    assert.deepEqual(
      [listNameFor("4f1c", 0), listNameFor("4f1c", 1), listNameFor("4f1c", 3)],
      ["all", "4", "4f1"],
    );
  });
});

describe("the root document", () => {
  test("comes back as it was written", () => {
    const made = release(["index.html"]);
    const source = made.manifest[0]?.source;
    assert.ok(source?.kind === "text");
    assert.deepEqual(parseManifestRoot(source.text), made.root);
  });

  const root = release(["index.html"]).root;
  const wrong: readonly object[] = [
    { ...root, format: 2 },
    { ...root, files: "9" },
    { ...root, lists: { "../x": SUM } },
    { ...root, lists: { all: "kurz" } },
    { ...root, key: 7 },
  ];
  for (const [index, value] of wrong.entries()) {
    test(`of another form is refused (${index + 1})`, () => {
      assert.throws(
        () => parseManifestRoot(JSON.stringify(value)),
        /manifest.json is not a manifest of format 1/,
      );
    });
  }

  test("that is no JSON is refused", () =>
    assert.throws(() => parseManifestRoot("<html>"), /manifest.json is not JSON/));
});

describe("a release", () => {
  test("has one identity for one content and moment, another for another", () => {
    const id = release(["a", "b"]).id;
    assert.equal(id, release(["b", "a"]).id);
    assert.notEqual(id, release(["a", "c"]).id);
    assert.ok(isReleaseId(id));
    assert.ok(!isReleaseId("../etc"));
  });

  test("comes after the newest one whatever the clock says", () => {
    const { id, root } = release(["a"], { newest: "20300101T000000Z-0000000" });
    assert.equal(root.created, "2030-01-01T00:00:01Z");
    assert.ok(id > "20300101T000000Z-0000000");
  });

  test("differs from the one before by content, not by date", () => {
    const before = new Map([
      ["a", sha256("a")],
      ["b", "another sum"],
      ["gone", SUM],
    ]);
    const { changed, removed } = changesSince(before, release(["a", "b"]));
    assert.deepEqual(
      changed.map((file) => file.path),
      ["b", "manifest/manifest.json", "manifest/all.sha256"],
    );
    assert.deepEqual(removed, ["gone"]);
  });
});

describe("the signature", () => {
  const pair = generateSigningKey();
  const key = parseSigningKey(pair.privateKey);
  assert.ok(key !== null);
  const signature = signText("nội dung", key);

  test("fits its text and key only", () => {
    assert.ok(isSignedBy("nội dung", signature, pair.publicKey));
    assert.ok(!isSignedBy("nội dung.", signature, pair.publicKey));
    assert.ok(!isSignedBy("nội dung", signature, generateSigningKey().publicKey));
    assert.ok(!isSignedBy("nội dung", "AAAA", pair.publicKey));
    assert.ok(!isSignedBy("nội dung", signature, "AAAA"));
  });

  test("RFC 8032, test 2: the known key signs the known byte as the standard says", () => {
    const seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    const known = parseSigningKey(
      Buffer.from(`302e020100300506032b657004220420${seed}`, "hex").toString("base64"),
    );
    assert.ok(known !== null);
    const expected =
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
    assert.equal(Buffer.from(signText("r", known), "base64").toString("hex"), expected);
  });

  test("has a fingerprint that people can read out", () => {
    assert.match(pair.fingerprint, /^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
    assert.equal(fingerprintOf(pair.publicKey), pair.fingerprint);
    assert.equal(groupHex("4f1c2a9b", 8), "4F1C 2A9B");
  });

  test("needs a key: none is none, and a wrong one is refused without being quoted", () => {
    assert.equal(parseSigningKey(undefined), null);
    assert.equal(parseSigningKey(" "), null);
    assert.throws(
      () => parseSigningKey("bí mật"),
      (error) => error instanceof RangeError && !error.message.includes("bí mật"),
    );
  });

  test("that is missing or forged makes the manifest worthless", () => {
    const signed = release(["a"], { key });
    const text = signed.manifest[0]?.source.kind === "text" ? signed.manifest[0].source.text : "";
    assert.equal(checkRoot(text, signText(text, key), pair.publicKey).release, signed.id);
    assert.throws(() => checkRoot(text, null, null), /not signed/);
    assert.throws(
      () => checkRoot(text.replace("index", "indes") + " ", signText(text, key), null),
      /does not fit/,
    );
  });
});

test("files are compared by content: changed, missing, extra", () => {
  const differences = compareFiles(
    new Map([
      ["a", "1"],
      ["b", "2"],
      ["c", "3"],
    ]),
    new Map([
      ["a", "1"],
      ["b", "9"],
      ["d", "4"],
    ]),
  );
  assert.deepEqual(differences, { changed: ["b"], missing: ["c"], extra: ["d"] });
  assert.ok(!isIntact(differences));
  assert.ok(isIntact(compareFiles(new Map(), new Map())));
});
