import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";

/** Layers of scripts/lib and what each may import beside itself: whole layers, or single files of them. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  threads: [],
  content: ["domain", "threads"],
  search: ["domain"],
  publish: ["domain"],
  counter: ["domain"],
  site: [
    "domain",
    "threads",
    "content",
    "search/index-site.ts",
    "search/record.ts",
    "search/synonyms.ts",
    "counter/snapshot.ts",
    "counter/statistics.ts",
    "publish/renames.ts",
  ],
  // Tools for developers: they measure and draw with what the site is made of; nothing imports them but commands.
  bench: ["domain", "content", "site", "search", "publish", "counter"],
  drawing: ["domain", "site/pictures/sharp.ts", "site/pictures/letters.ts"],
};

/** The one file that imports each package. */
const OWNERS: Readonly<Record<string, string>> = {
  "@11ty/eleventy": "scripts/lib/site/eleventy.ts",
  "@noble/ed25519": "assets/browser/ed25519.ts",
  chokidar: "scripts/lib/site/serve/watch.ts",
  esbuild: "scripts/lib/site/assets/scripts.ts",
  "fastest-levenshtein": "scripts/lib/content/suggest.ts",
  "file-type": "scripts/lib/site/pictures/sniff.ts",
  htmlparser2: "scripts/lib/publish/page-scan.ts",
  isbot: "scripts/lib/counter/robots.ts",
  "js-yaml": "scripts/lib/content/front-matter.ts",
  lightningcss: "scripts/lib/site/assets/styles.ts",
  luxon: "scripts/lib/domain/dates.ts",
  "markdown-it": "scripts/lib/site/markdown/library.ts",
  "markdown-it-footnote": "scripts/lib/site/markdown/library.ts",
  nunjucks: "scripts/lib/site/render/templates.ts",
  "opentype.js": "scripts/lib/site/pictures/letters.ts",
  pagefind: "scripts/lib/search/index-step/pagefind-bundle.ts",
  qr: "scripts/lib/site/pictures/qr-symbol.ts",
  send: "scripts/lib/site/serve/dev-server.ts",
  sharp: "scripts/lib/site/pictures/sharp.ts",
  "subset-font": "scripts/lib/site/assets/fonts.ts",
  yaml: "scripts/lib/content/positions.ts",
};

interface Import {
  readonly specifier: string;
  /** The file it names in this project, from its root; `null` for packages and builtins. */
  readonly file: string | null;
  readonly typeOnly: boolean;
}

const IMPORT =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[^;"'`]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

function importsOf(file: string): readonly Import[] {
  return [...sourceOf(file).matchAll(IMPORT)].map(([, type, plain, dynamic]) => {
    const specifier = plain ?? dynamic ?? "";
    return { specifier, file: target(file, specifier), typeOnly: type !== undefined };
  });
}

function target(file: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return join(dirname(file), specifier);
  return specifier.startsWith("#") ? join("scripts/lib", specifier.slice(1)) : null;
}

const sources = new Map<string, string>();
function sourceOf(file: string): string {
  const text = sources.get(file) ?? readFileSync(file, "utf8");
  sources.set(file, text);
  return text;
}

const linesOf = (file: string) => sourceOf(file).trimEnd().split("\n").length;
const layerOf = (file: string) => /^scripts\/lib\/([^/]+)\//.exec(file)?.[1] ?? null;

const LIBRARY = globSync("scripts/lib/**/*.ts").sort();
const COMMANDS = globSync("scripts/*.ts").sort();
const BROWSER = globSync("assets/browser/**/*.ts").sort();
const TEMPLATES = globSync("layouts/**/*.ts").sort();
const PROGRAM = [...LIBRARY, ...COMMANDS, ...BROWSER, ...TEMPLATES, ".eleventy.ts"];
const TESTS = globSync("tests/**/*.ts").sort();
const LAYOUTS = globSync("layouts/**/*.njk").sort();

test("what is looked at is there", () => {
  assert.ok(LIBRARY.length > 200 && COMMANDS.length > 5 && BROWSER.length > 10 && LAYOUTS.length > 30);
  const names = importsOf(".eleventy.ts").map(({ specifier }) => specifier);
  assert.deepEqual(names, ["#site/eleventy.ts", "#site/eleventy.ts"]);
});

describe("layers", () => {
  test("every folder of scripts/lib is a layer with a rule", () => {
    const layers = [...new Set(LIBRARY.map(layerOf))];
    assert.deepEqual(layers.sort(), Object.keys(LAYERS).sort());
  });

  for (const [layer, allowed] of Object.entries(LAYERS)) {
    test(`${layer} imports ${allowed.length === 0 ? "nothing of the others" : allowed.join(", ")}`, () => {
      const strangers = LIBRARY.filter((file) => layerOf(file) === layer).flatMap((file) =>
        importsOf(file).flatMap(({ file: imported, specifier }) => {
          if (imported === null) return [];
          const other = layerOf(imported);
          const path = imported.slice("scripts/lib/".length);
          const fits =
            other === layer || (other !== null && allowed.includes(other)) || allowed.includes(path);
          return fits ? [] : [`${file}: ${specifier}`];
        }),
      );
      assert.deepEqual(strangers, []);
    });
  }

  test("the domain has no I/O: no builtin of Node, no package but luxon, which keeps to one file", () => {
    const found = LIBRARY.filter((file) => layerOf(file) === "domain").flatMap((file) =>
      importsOf(file)
        .filter(({ file: imported }) => imported === null)
        .map(({ specifier }) => `${file}: ${specifier}`),
    );
    assert.deepEqual(found, ["scripts/lib/domain/dates.ts: luxon"]);
  });

  test("domain, content and site read neither the clock nor random numbers", () => {
    const found = LIBRARY.filter((file) =>
      ["domain", "content", "site"].includes(layerOf(file) ?? ""),
    ).filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(\)|\brandomUUID\(/.test(
        codeOf(file),
      ),
    );
    assert.deepEqual(found, []);
  });

  test("nobody imports a command", () => {
    const found = [...PROGRAM, ...TESTS].flatMap((file) =>
      importsOf(file)
        .filter(({ file: imported }) => imported !== null && COMMANDS.includes(imported))
        .map(({ specifier }) => `${file}: ${specifier}`),
    );
    assert.deepEqual(found, []);
  });

  test("templates and Eleventy's configuration import the site only", () => {
    const found = [...TEMPLATES, ".eleventy.ts"].flatMap((file) =>
      importsOf(file)
        .filter(({ file: imported }) => imported === null || layerOf(imported) !== "site")
        .map(({ specifier }) => `${file}: ${specifier}`),
    );
    assert.deepEqual(found, []);
  });

  test("scripts of pages reach pure files of domain and search, and types of the counter", () => {
    const found = BROWSER.flatMap((file) =>
      importsOf(file).flatMap(({ file: imported, specifier, typeOnly }) => {
        const layer = imported === null ? null : layerOf(imported);
        const fits =
          layer === null || layer === "domain" || layer === "search" || (layer === "counter" && typeOnly);
        return fits ? [] : [`${file}: ${specifier}`];
      }),
    );
    assert.deepEqual(found, []);
  });

  test("whatever a page's script loads, directly or not, runs in a browser", () => {
    const reached = new Set(BROWSER);
    const found: string[] = [];
    for (const file of reached) {
      for (const { file: imported, specifier, typeOnly } of importsOf(file)) {
        if (typeOnly) continue;
        if (imported !== null) reached.add(imported);
        else if (isBuiltin(specifier) || OWNERS[specifier] !== file) {
          found.push(`${file}: ${specifier}`);
        }
      }
    }
    assert.deepEqual(found, []);
    assert.ok(reached.has("scripts/lib/domain/vietnamese/fold.ts"));
  });
});

describe("packages", () => {
  test("each has one owner, and every owner is listed", () => {
    const found: Record<string, string[]> = {};
    for (const file of PROGRAM.filter((name) => !name.endsWith(".d.ts"))) {
      for (const { file: imported, specifier } of importsOf(file)) {
        // `cloudflare:` names modules of workerd, which no registry has.
        if (imported !== null || isBuiltin(specifier) || specifier.startsWith("cloudflare:")) continue;
        const owners = (found[specifier] ??= []);
        if (!owners.includes(file)) owners.push(file);
      }
    }
    assert.deepEqual(
      Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1))),
      Object.fromEntries(
        Object.entries(OWNERS)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, file]) => [name, [file]]),
      ),
    );
  });

  test("all are dependencies with an exact version, and none is there for nothing", () => {
    // package.json is the project's own; its dependencies are text by text.
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const inexact = Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    assert.deepEqual(inexact, []);
    // `node` runs the scripts; fonts are read as files.
    const read = Object.keys(dependencies).filter((name) => name !== "node" && !/font/.test(name));
    assert.deepEqual(
      read.sort(),
      Object.keys(OWNERS)
        .filter((name) => !/font/.test(name))
        .sort(),
    );
  });
});

describe("files", () => {
  const tooLong = (files: readonly string[], limit: number) =>
    files.filter((file) => linesOf(file) > limit).map((file) => `${file}: ${linesOf(file)} lines`);

  test("a command has at most 60 lines", () => assert.deepEqual(tooLong(COMMANDS, 60), []));
  test("a file of the library has at most 200", () => assert.deepEqual(tooLong(LIBRARY, 200), []));
  test("a layout has at most 90", () => assert.deepEqual(tooLong(LAYOUTS, 90), []));
  test("a generated page's template has at most 20", () => {
    assert.deepEqual(tooLong(globSync("layouts/generated/*"), 20), []);
  });
  test("Eleventy's configuration has at most 80", () => assert.deepEqual(tooLong([".eleventy.ts"], 80), []));

  test("imports of our own files say .ts", () => {
    const found = [...PROGRAM, ...TESTS].flatMap((file) =>
      importsOf(file)
        .filter(({ file: imported }) => imported !== null && !imported.endsWith(".ts"))
        .map(({ specifier }) => `${file}: ${specifier}`),
    );
    assert.deepEqual(found, []);
  });

  test("no files import each other in a circle, not even for a type", () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const follow = (file: string, above: readonly string[]): void => {
      if (above.includes(file)) circles.push([...above.slice(above.indexOf(file)), file].join(" > "));
      if (done.has(file) || above.includes(file)) return;
      for (const { file: imported } of importsOf(file))
        if (imported !== null && PROGRAM.includes(imported)) follow(imported, [...above, file]);
      done.add(file);
    };
    for (const file of PROGRAM) follow(file, []);
    assert.deepEqual(circles, []);
  });

  const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
    ["any", /(?:[:<,|&(]\s*|\bas\s+|=>\s*)any\b(?!\s*[-\w"'`(])/],
    ["a switched-off check", /@ts-(?:ignore|nocheck|expect-error)/],
    [
      "enum, namespace or parameter properties",
      /^\s*(?:export\s+)?(?:const\s+)?enum\s|^\s*namespace\s|constructor\([^)]*\b(?:private|public|protected)\s/m,
    ],
  ];
  for (const [what, pattern] of forbidden) {
    test(`no file holds ${what}`, () => {
      const found = [...PROGRAM, ...TESTS].filter(
        (file) =>
          file !== "tests/architecture.test.ts" && pattern.test(codeOf(file, pattern.source.includes("@ts"))),
      );
      assert.deepEqual(found, []);
    });
  }

  test("layouts hold no inline style, and no inline script but data", () => {
    const inline = /<[a-z][^>{}]*\sstyle=|<style|<script(?![^>]*(?:\ssrc=|type="application\/ld\+json"))/;
    assert.deepEqual(
      LAYOUTS.filter((file) => inline.test(sourceOf(file))),
      [],
    );
  });

  test("a layout gives its view a short name at most: no chain of `set`", () => {
    const found = LAYOUTS.flatMap((file) => {
      const sets = sourceOf(file).match(/\{%-?\s*set\s[^%]*/g) ?? [];
      return sets.every((text) => /set (\w+) = page\.\1 /.test(text)) && sets.length <= 1 ? [] : [file];
    });
    assert.deepEqual(found, []);
  });

  test("layouts call macros and include nothing: an include keeps the text of its page alive", () => {
    assert.deepEqual(
      LAYOUTS.filter((file) => /\{%-?\s*include\b/.test(sourceOf(file))),
      [],
    );
  });

  test("no test is skipped, left for later, or run alone", () => {
    const found = TESTS.filter((file) => file !== "tests/architecture.test.ts").filter((file) =>
      /\b(?:test|it|describe|suite|t)\.(?:skip|todo|only)\b|\b(?:skip|todo|only):\s*(?:true|["'`])/.test(
        codeOf(file),
      ),
    );
    assert.deepEqual(found, []);
  });

  test("every test file asserts something, itself or through a file it imports", () => {
    const asserts = (file: string) => /\bassert\b/.test(sourceOf(file));
    const found = TESTS.filter((file) => file.endsWith(".test.ts")).filter(
      (file) =>
        !asserts(file) &&
        !importsOf(file).some(
          ({ file: imported }) => imported?.startsWith("tests/") === true && asserts(imported),
        ),
    );
    assert.deepEqual(found, []);
  });
});

/** A file without its comments (and, unless asked otherwise, without its texts), so that words in them do not count. */
function codeOf(file: string, withComments = false): string {
  const source = sourceOf(file);
  if (withComments) return source;
  return source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:"'`\\])\/\/.*$/gm, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}
