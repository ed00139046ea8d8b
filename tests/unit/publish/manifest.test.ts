import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  formatList,
  groupHex,
  listLevelsFor,
  listNameOf,
  listNamesFor,
  listSubject,
  parseList,
  parseManifestRoot,
} from "#domain/manifest.ts";
import { compareFiles, isIntact } from "#publish/compare-files.ts";
import { sha256 } from "#publish/hash-files.ts";
import { checkRoot } from "#publish/live-release.ts";
import { makeLists, ManifestError, readLists } from "#publish/manifest-lists.ts";
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

  const levels: readonly (readonly [files: number, levels: readonly number[]])[] = [
    [0, []],
    [32, []],
    [33, [1]],
    [8_192, [2]],
    [80_000, [2, 3]],
    [1_000_000, [2, 3, 4]],
    [1_000_000_000, [2, 3, 4, 5]],
  ];
  for (const [files, expected] of levels) {
    test(`of ${files} files have ${expected.length} levels`, () =>
      assert.deepEqual(listLevelsFor(files), expected));
  }

  test("are chosen by the hash of the path, one on each level", () => {
    assert.deepEqual(
      [listNamesFor("4f1c", []), listNamesFor("4f1c", [1]), listNamesFor("4f1c", [2, 3])],
      [["all"], ["4"], ["4f", "4f1"]],
    );
  });

  const subjects = [
    ["x/index.html", "x/index.html"],
    ["x/index.html.br", "x/index.html"],
    ["x/index.html.gz", "x/index.html"],
    ["br", "br"],
  ] as const;
  for (const [path, subject] of subjects) {
    test(`${path} stands in the list of ${subject}`, () => assert.equal(listSubject(path), subject));
  }

  const names = [
    ["manifest/4f1.sha256", "4f1"],
    ["manifest/all.sha256", "all"],
    ["manifest/manifest.json", null],
    ["x/manifest/4f.sha256", null],
    ["manifest/../4f.sha256", null],
  ] as const;
  for (const [path, name] of names) {
    test(`${path} is ${name === null ? "no list" : `the list ${name}`}`, () =>
      assert.equal(listNameOf(path), name));
  }
});

describe("the tree of lists", () => {
  const paths = Array.from({ length: 10_000 }, (_, index) => `2022/07/bai-${index}/index.html`);
  const made = release(paths);
  const texts = new Map(
    made.manifest.map(({ path, source }) => [path, source.kind === "text" ? source.text : ""] as const),
  );
  const read =
    (changes: Readonly<Record<string, string>> = {}) =>
    (wanted: readonly string[]) =>
      wanted.map((path) => changes[path] ?? texts.get(path) ?? "");
  const some = (length: number): readonly [string, string] => {
    const found = [...texts].find(([path]) => listNameOf(path)?.length === length);
    assert.ok(found !== undefined);
    return found;
  };

  test("gives every file and every list back", async () => {
    assert.deepEqual(made.root.levels, [2, 3]);
    const { files, lists } = await readLists(made.root, read());
    assert.deepEqual([...files.keys()].sort(), [...paths].sort());
    assert.equal(files.get(paths[7] ?? ""), sha256(paths[7] ?? ""));
    const names = [...texts.keys()].filter((path) => listNameOf(path) !== null);
    assert.deepEqual([...lists.keys()].sort(), names.sort());
  });

  test("changes one list of each level for one changed page", () => {
    const before = new Map(
      makeLists(
        paths.map((path) => [path, SUM] as const),
        [2, 3],
      ).map((list) => [list.name, list.sha256]),
    );
    const entries = paths.map((path, index) => [path, index === 7 ? SUM.replaceAll("a", "b") : SUM] as const);
    const changed = makeLists(entries, [2, 3]).filter((list) => before.get(list.name) !== list.sha256);
    assert.deepEqual(
      changed.map((list) => list.name.length),
      [2, 3],
    );
    assert.ok(changed[1]?.name.startsWith(changed[0]?.name ?? "?"));
  });

  for (const length of [2, 3]) {
    test(`with a forged list of level ${length - 1} is refused`, async () => {
      const [path, text] = some(length);
      const forged = text.replace(/^[0-9a-f]/, (digit) => (digit === "0" ? "1" : "0"));
      const refused = (error: unknown) =>
        error instanceof ManifestError &&
        /manifest\/[0-9a-f]+\.sha256 is not the list that was signed/.test(error.message);
      await assert.rejects(readLists(made.root, read({ [path]: forged })), refused);
    });

    test(`with a missing list of level ${length - 1} is refused`, async () => {
      const [path] = some(length);
      await assert.rejects(readLists(made.root, read({ [path]: "" })), ManifestError);
    });
  }
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
    { ...root, format: 1 },
    { ...root, levels: [2, "3"] },
    { ...root, files: "9" },
    { ...root, lists: { "../x": SUM } },
    { ...root, lists: { all: "kurz" } },
    { ...root, key: 7 },
  ];
  for (const [index, value] of wrong.entries()) {
    test(`of another form is refused (${index + 1})`, () => {
      assert.throws(
        () => parseManifestRoot(JSON.stringify(value)),
        /manifest.json is not a manifest of format 2/,
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
