import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { afterEach, describe, it } from "node:test";
import { parseHTML } from "linkedom";
import { startCounter } from "../../../assets/browser/counter.ts";

const PAGE = `<main><data data-views value="275">275</data>
<ol data-most-viewed>
<li><a href="/2022/07/a/">A</a> <data data-views="/2022/07/a/" value="9">9</data></li>
<li><a href="/2022/07/b/">B</a> <data data-views="/2022/07/b/" value="5">5</data></li>
<li><a href="/2022/07/c/">C</a> <data data-views="/2022/07/c/" value="2">2</data></li>
</ol></main>
<footer><dl data-counter data-endpoint="/api/hit" data-path="/2022/07/a/">
<dd data-stat="online">–</dd><dd data-stat="day">12</dd><dd data-stat="week">80</dd>
<dd data-stat="month">300</dd><dd data-stat="year">5.000</dd><dd data-stat="total">8.799.190</dd></dl>
<p>Số liệu đến <time data-counter-asof>hôm qua</time></p></footer>`;

const ANSWER = {
  ...{ online: 3, day: 13, week: 81, month: 301, year: 5001, total: 8_799_191, views: 1276 },
  top: [
    { path: "/2022/07/c/", views: 1100 },
    { path: "/2022/07/a/", views: 10 },
    { path: "/2024/01/not-here/", views: 8 },
  ],
};

const realNavigator = Object.getOwnPropertyDescriptor(globalThis, "navigator") ?? {};
const realFetch = globalThis.fetch;
afterEach(() => {
  Object.defineProperty(globalThis, "navigator", realNavigator);
  globalThis.fetch = realFetch;
});

interface Told {
  readonly requests: readonly string[];
  readonly document: Document;
}

/** Opens a page with the widget, answers its requests, and waits until it has settled. */
async function open(
  html: string,
  answer: () => Response | Promise<Response>,
  navigator: object = {},
  prepare: (document: Document) => void = () => undefined,
): Promise<Told> {
  // linkedom's document has what the widget uses of a browser's.
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`) as unknown as {
    document: Document;
  };
  const requests: string[] = [];
  Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
  // The widget asks by a string.
  globalThis.fetch = (url, init) => {
    requests.push(`${init?.method ?? "GET"} ${url as string}${init?.keepalive === true ? " keepalive" : ""}`);
    return Promise.resolve().then(answer);
  };
  prepare(document);
  startCounter(document);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { requests, document };
}

const texts = (document: Document, selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent);

describe("the widget", () => {
  it("sends one request and fills the six lines, the views and the most-viewed list, the Vietnamese way", async () => {
    const { requests, document } = await open(PAGE, () => Response.json(ANSWER));
    assert.deepEqual(requests, ["POST /api/hit?p=/2022/07/a/&top keepalive"]);
    assert.deepEqual(texts(document, "[data-stat]"), ["3", "13", "81", "301", "5.001", "8.799.191"]);
    assert.deepEqual(texts(document, 'main > [data-views=""]'), ["1.276"]);
    assert.deepEqual(texts(document, "li a"), ["C", "A", "B"]);
    assert.deepEqual(texts(document, "li data"), ["1.100", "10", "5"]);
    assert.equal(document.querySelector<HTMLElement>("footer p")?.style.visibility, "hidden");
  });

  it("asks for no list where the page shows none", async () => {
    const { requests } = await open('<dl data-counter data-endpoint="/api/hit" data-path="/"></dl>', () =>
      Response.json(ANSWER),
    );
    assert.deepEqual(requests, ["POST /api/hit?p=/ keepalive"]);
  });

  for (const wish of [{ globalPrivacyControl: true }, { doNotTrack: "1" }]) {
    it(`only reads for a reader with ${Object.keys(wish).join()}`, async () => {
      const { requests, document } = await open(PAGE, () => Response.json(ANSWER), wish);
      assert.deepEqual(requests, ["GET /api/stats?p=/2022/07/a/&top keepalive"]);
      assert.equal(texts(document, '[data-stat="total"]')[0], "8.799.191");
    });
  }

  const dead: readonly (readonly [string, () => Response | Promise<Response>])[] = [
    ["is down", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["refuses", () => Response.json({ error: "unknown page" }, { status: 404 })],
    ["answers something else", () => new Response("<html>")],
  ];
  for (const [how, answer] of dead) {
    it(`changes nothing and asks no second time when the counter ${how}`, async () => {
      const { requests, document } = await open(PAGE, answer);
      const { document: untouched } = parseHTML(`<!doctype html><html><body>${PAGE}</body></html>`);
      assert.equal(document.body.innerHTML, untouched.body.innerHTML);
      assert.equal(requests.length, 1);
    });
  }

  for (const [why, html] of [
    ["has no counter", "<main></main>"],
    ["is a preview (no endpoint)", '<dl data-counter data-path="/"></dl>'],
    ["has no address of its own (no path)", '<dl data-counter data-endpoint="/api/hit"></dl>'],
  ] as const) {
    it(`sends nothing where the page ${why}`, async () => {
      assert.deepEqual((await open(html, () => Response.json(ANSWER))).requests, []);
    });
  }

  it("counts a prerendered page when it is looked at, and once", async () => {
    const { requests, document } = await open(
      PAGE,
      () => Response.json(ANSWER),
      {},
      (page) => Object.assign(page, { prerendering: true }),
    );
    assert.deepEqual(requests, []);
    const { Event } = document.defaultView as unknown as { Event: typeof globalThis.Event }; // linkedom's own class
    document.dispatchEvent(new Event("prerenderingchange"));
    document.dispatchEvent(new Event("prerenderingchange"));
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(requests.length, 1);
    assert.equal(texts(document, '[data-stat="day"]')[0], "13");
  });

  it("takes at most 600 bytes gzip of the page's script", () => {
    const options = ["--bundle", "--minify", "--format=esm", "--target=es2020"];
    const script = execFileSync("node_modules/.bin/esbuild", ["assets/browser/counter.ts", ...options]);
    const size = gzipSync(script, { level: 9 }).length;
    assert.ok(size <= 600, `${size} bytes`);
  });
});
