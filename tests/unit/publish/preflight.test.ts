import assert from "node:assert/strict";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, test, type TestContext } from "node:test";
import { preflight, type LiveSite, type PreflightOptions } from "#publish/preflight.ts";
import { parseSiteAddress } from "#publish/site-address.ts";
import { readSiteFolder } from "#publish/site-folder.ts";
import { writeFixtureSite, type FixtureOptions } from "../../publish/support/fixture-site.ts";
import { makeFolder } from "../../publish/support/workspace.ts";

interface Trial {
  readonly t: TestContext;
  readonly site?: Partial<FixtureOptions>;
  readonly options?: Partial<PreflightOptions>;
  /** Damages the finished site. */
  readonly damage?: (folder: string) => void;
}

async function problemsOf({
  t,
  site = {},
  options = {},
  damage = () => undefined,
}: Trial): Promise<readonly string[]> {
  const folder = `${makeFolder(t)}/_site`;
  const { baseUrl } = writeFixtureSite({ folder, ...site });
  damage(folder);
  const address = parseSiteAddress(baseUrl);
  return preflight(await readSiteFolder(folder), {
    site: address,
    live: null,
    allowShrink: false,
    preview: false,
    ...options,
  });
}

const LIVE: LiveSite = { files: new Map(), pages: 22, published: [], titleOf: () => null };

describe("the look before publishing", () => {
  test("finds nothing wrong with a sound site", async (t) => assert.deepEqual(await problemsOf({ t }), []));

  test("finds nothing wrong with a sound site under a base path", async (t) => {
    assert.deepEqual(
      await problemsOf({ t, site: { baseUrl: "https://tinh.example.vn/btg/", redirects: [] } }),
      [],
    );
  });

  const missing = {
    "index.html": "no front page: index.html is missing",
    "404.html": "no page for wrong addresses: 404.html is missing",
    "pagefind/pagefind-entry.json":
      "no search index: pagefind/pagefind-entry.json is missing. Run: npm run build (with search)",
    "2022/07/bai-viet-4/index.html":
      "paths.json: /2022/07/bai-viet-4/ has no file 2022/07/bai-viet-4/index.html",
  };
  for (const [file, expected] of Object.entries(missing)) {
    test(`misses ${file}`, async (t) => {
      const problems = await problemsOf({ t, damage: (folder) => rmSync(`${folder}/${file}`) });
      assert.ok(problems.includes(expected), problems.join("\n"));
    });
  }

  test("sees that the search index is empty", async (t) => {
    const damage = (folder: string) =>
      writeFileSync(`${folder}/pagefind/pagefind-entry.json`, '{"languages":{}}');
    assert.deepEqual(await problemsOf({ t, damage }), ["the search index holds no page"]);
  });

  const strange: Readonly<Record<string, readonly [path: string, expected: string]>> = {
    "a hidden file": [".env", ".env: hidden files are not published"],
    "a reserved name": ["published.txt", "published.txt: this name is written by publish; rename yours"],
    "an asset without a hash": [
      "assets/site.css",
      "assets/site.css: browsers keep files of this folder for a year, so its name must carry a content hash",
    ],
  };
  for (const [what, [path, expected]] of Object.entries(strange)) {
    test(`sees ${what}`, async (t) => {
      assert.deepEqual(await problemsOf({ t, damage: (folder) => writeFileSync(`${folder}/${path}`, "x") }), [
        expected,
      ]);
    });
  }

  test("sees a symbolic link, which could lead out of the site", async (t) => {
    const damage = (folder: string) => symlinkSync("/etc/passwd", `${folder}/mat-khau.txt`);
    assert.deepEqual(await problemsOf({ t, damage }), [
      "mat-khau.txt: a symbolic link or device; a site holds plain files only",
    ]);
  });

  test("follows links on every page: wrong page, wrong picture, wrong address of the own host", async (t) => {
    const body =
      '<a href="/khong-co/">a</a><img src="x.webp" alt=""><a href="https://btg.example.vn/mat/">b</a>';
    const fine =
      '<a href="#muc">c</a><a href="mailto:a@b.vn">d</a><a href="https://khac.example.vn/">e</a><a href="/tin/12.html">f</a><a href="/api/stats">g</a><a href="/manifest/manifest.json">h</a>';
    const damage = (folder: string) => writeFileSync(`${folder}/2022/07/bai-viet-1/index.html`, body + fine);
    assert.deepEqual(await problemsOf({ t, damage }), [
      "2022/07/bai-viet-1/index.html: link to /khong-co/, which does not exist",
      "2022/07/bai-viet-1/index.html: link to x.webp, which does not exist",
      "2022/07/bai-viet-1/index.html: link to https://btg.example.vn/mat/, which does not exist",
    ]);
  });

  test("sees inline code", async (t) => {
    const damage = (folder: string) =>
      writeFileSync(`${folder}/2022/07/bai-viet-1/index.html`, "<script>a()</script>");
    assert.deepEqual(await problemsOf({ t, damage }), [
      "2022/07/bai-viet-1/index.html: <script> without src; the content security policy allows no inline code",
    ]);
  });

  test("looks again at an unchanged page that names something that is gone", async (t) => {
    const folder = `${makeFolder(t)}/_site`;
    writeFixtureSite({ folder });
    const before = await readSiteFolder(folder);
    const files = new Map(before.files.map(({ path, sha256 }) => [path, sha256]));
    rmSync(`${folder}/2022/07/bai-viet-3`, { recursive: true });
    writeFileSync(`${folder}/paths.json`, "[]");
    const options = { site: parseSiteAddress("https://btg.example.vn/"), allowShrink: true, preview: false };
    const problems = preflight(await readSiteFolder(folder), { ...options, live: { ...LIVE, files } });
    assert.deepEqual(problems, ["index.html: link to /2022/07/bai-viet-3/, which does not exist"]);
  });

  test("reads no unchanged page because of redirect pages, which publish itself put into the live release", async (t) => {
    const folder = `${makeFolder(t)}/_site`;
    const redirects = [{ from: "/cu/", to: "/" }];
    writeFixtureSite({ folder, redirects });
    const site = await readSiteFolder(folder);
    const files = new Map(site.files.map(({ path, sha256 }) => [path, sha256]));
    files.set("cu/index.html", "0".repeat(64));
    rmSync(`${folder}/2022/07/bai-viet-3/index.html`);
    const options = { site: parseSiteAddress("https://btg.example.vn/"), allowShrink: false, preview: false };
    assert.deepEqual(preflight(site, { ...options, live: { ...LIVE, files } }), []);
  });

  test("refuses to lose more than half of the pages, unless told", async (t) => {
    const options = { live: { ...LIVE, pages: 45 } };
    assert.deepEqual(await problemsOf({ t, options }), [
      "22 pages now, 45 in the live release: fewer than half. If that is meant: --allow-shrink",
    ]);
    assert.deepEqual(await problemsOf({ t, options: { ...options, allowShrink: true } }), []);
  });

  test("refuses to lose an address, in words for the editor", async (t) => {
    const [problem] = await problemsOf({
      t,
      options: { live: { ...LIVE, published: ["/2022/06/bai-cu/"] } },
    });
    assert.match(
      problem ?? "",
      /^content\/articles\/2022\/06\/bai-cu\/index.md:1:1 Bài "bai-cu" \(\/2022\/06\/bai-cu\/\) đã đăng nhưng/,
    );
  });

  test("keeps a preview build from the public, and a site built for another address", async (t) => {
    const damage = (folder: string) =>
      writeFileSync(
        `${folder}/index.html`,
        '<meta name="robots" content="noindex"><link rel="canonical" href="https://thu.example.vn/">',
      );
    assert.deepEqual(await problemsOf({ t, damage }), [
      "the front page says noindex: this is a preview build. Build it for the public",
      "the site was built for https://thu.example.vn/, not for https://btg.example.vn/. Build it with --base-url https://btg.example.vn/",
    ]);
  });

  test("says so where there is no site, or half a site", async (t) => {
    const folder = makeFolder(t);
    await assert.rejects(
      readSiteFolder(`${folder}/khong-co`),
      /no such folder. Build the site first: npm run build/,
    );
    await assert.rejects(
      readSiteFolder(folder),
      /paths.json is missing. Build the site again: npm run build/,
    );
    writeFileSync(`${folder}/paths.json`, "{");
    await assert.rejects(readSiteFolder(folder), /paths.json is not JSON/);
    writeFileSync(`${folder}/paths.json`, '["khong-gach"]');
    await assert.rejects(
      readSiteFolder(folder),
      /expected an array of public paths such as "\/2022\/07\/x\/"/,
    );
  });
});
