import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { get, request } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { servePortal, type ServedPortal } from "../../scripts/lib/site/serve/serve-portal.ts";
import { build, copyOfFixture, edit, optionsOf } from "../helpers/build-fixture.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const ARTICLE = "articles/2022/06/mot/index.md";
const content = copyOfFixture();
const folder = temporaryFolder();
const flags = {
  content,
  output: join(folder, "site"),
  cache: join(folder, "cache"),
  "base-url": "http://localhost/btg/",
  "no-search": true,
} as const;
const said: string[] = [];
let portal: ServedPortal;
let reader: Reader;

before(async () => {
  await build(flags);
  portal = await servePortal({
    build: optionsOf(flags),
    port: 0,
    api: (_, response) => void response.writeHead(204).end(),
    say: (line) => said.push(line),
    clock: () => 0,
  });
  reader = await listen(portal.url);
});

after(async () => {
  reader.close();
  await portal.close();
});

/** One event as an open page receives it. */
interface PageEvent {
  readonly name: string;
  readonly data: unknown;
}

interface Reader {
  /** Waits for the next event that fits; those before it are dropped. */
  next(fits: (event: PageEvent) => boolean): Promise<PageEvent>;
  close(): void;
}

const PATIENCE_MS = 60_000;

/** Listens as an open page does. */
async function listen(url: string): Promise<Reader> {
  const events: PageEvent[] = [];
  let wake = () => {};
  const asked = get(new URL("/.preview/events", url), (response) => {
    let text = "";
    response.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const whole = text.split("\n\n");
      text = whole.pop() ?? "";
      for (const block of whole) {
        const [, name = "", data = "null"] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        events.push({ name, data: JSON.parse(data) as unknown });
      }
      wake();
    });
  });
  await new Promise((resolve) => asked.once("response", resolve));
  return {
    async next(fits) {
      const end = AbortSignal.timeout(PATIENCE_MS);
      for (;;) {
        for (let event = events.shift(); event !== undefined; event = events.shift()) {
          if (fits(event)) return event;
        }
        if (end.aborted) throw new Error(`no such event; the server said: ${said.join("\n")}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
          end.addEventListener("abort", () => resolve(), { once: true });
        });
      }
    },
    close: () => asked.destroy(),
  };
}

/** Asks for a path exactly as it is written. */
function ask(
  path: string,
): Promise<{ readonly status: number; readonly type: string; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(portal.url);
    const asked = request({ hostname, port, path }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", text }),
      );
    });
    asked.once("error", reject).end();
  });
}

/** Waits until a page, loaded again whenever the server says so, shows something. */
async function shows(path: string, what: RegExp): Promise<void> {
  do await reader.next(reloaded);
  while (!what.test((await ask(path)).text));
}

const reloaded = ({ name }: PageEvent) => name === "reload";
const problems = ({ name, data }: PageEvent) => name === "problems" && Array.isArray(data) && data.length > 0;

function rewrite(from: RegExp, to: string): void {
  edit(content, { [ARTICLE]: readFileSync(join(content, ARTICLE), "utf8").replace(from, to) });
}

describe("the preview server", () => {
  test("serves pages with its client, files without, and the counter's answers", async () => {
    const page = await ask("/btg/2022/06/mot/");
    assert.deepEqual([page.status, page.type], [200, "text/html; charset=utf-8"]);
    assert.match(page.text, /<script type="module" src="\/\.preview\/client\.js"><\/script>\n<\/head>/);
    assert.equal((await ask("/.preview/client.js")).type, "text/javascript");
    assert.equal((await ask("/btg/robots.txt")).status, 200);
    assert.equal((await ask("/api/hit")).status, 204);
  });

  const rows: readonly (readonly [path: string, status: number])[] = [
    ["/", 302],
    ["/btg/2022/06/mot", 301],
    ["/btg/khong-co/", 404],
    ["/btg/khong-co.txt", 404],
    ["//", 302],
    ["//evil.example/btg/", 302],
    ["/btg/%", 404],
    ["/btg/%/", 404],
    ["/btg/%00/", 404],
    ["/btg/..%2f..%2fetc/passwd/", 404],
    ["/btg/%2e%2e%2f%2e%2e%2fcontent/", 404],
    ["/btg/%2e%2e/%2e%2e/content/_data/site.yml", 404],
  ];
  for (const [path, status] of rows) {
    test(`answers ${path} with ${status}`, async () => assert.equal((await ask(path)).status, status));
  }

  test("shows what does not exist with the site's own page", async () => {
    assert.match((await ask("/btg/khong-co/")).text, /<h1>Không tìm thấy trang<\/h1>/);
  });
});

describe("an open page", () => {
  test("loads again with the edited article, and the lists follow", async () => {
    rewrite(/^title: .*$/m, "title: Tiêu đề vừa sửa");
    await shows("/btg/2022/06/mot/", /<h1>Tiêu đề vừa sửa<\/h1>/);
    await shows("/btg/2022/06/trang-2/", /Tiêu đề vừa sửa/);
  });

  test("is told of an error with its place while the old page stays, until it is mended", async () => {
    rewrite(/^section: .*$/m, "section: tin-tucc");
    const { data } = await reader.next(problems);
    assert.deepEqual(data, [
      `${content}/${ARTICLE}:5:10 "section": "tin-tucc" không phải là chuyên mục. Có phải "tin-tuc"?`,
    ]);
    assert.match((await ask("/btg/2022/06/mot/")).text, /<h1>Tiêu đề vừa sửa<\/h1>/);
    rewrite(/^section: .*$/m, "section: tin-tuc");
    await reader.next(reloaded);
    const late = await listen(portal.url);
    const first = await late.next(({ name }) => name === "problems");
    late.close();
    assert.deepEqual(first.data, []);
    await reader.next(reloaded);
  });

  test("is told of an error that only a whole build finds", async () => {
    edit(content, { "_data/menus.yml": "main:\n  - label: Tin\n    link: section:khong-co\nfooter: []\n" });
    const { data } = await reader.next(problems);
    assert.match(
      String(data),
      /_data\/menus\.yml:3:11 "main\.0\.link": "khong-co" không trỏ tới chuyên mục nào/,
    );
    edit(content, {
      "_data/menus.yml": "main:\n  - label: Mục tin\n    link: section:tin-tuc\nfooter: []\n",
    });
    await shows("/btg/", /Mục tin/);
  });
});
