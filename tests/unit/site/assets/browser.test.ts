import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { offlineRule, surplus } from "../../../../assets/browser/offline-rules.ts";
import { nextTextSize } from "../../../../assets/browser/text-size.ts";

describe("text size", () => {
  for (const [current, change, next] of [
    [0, 1, 1],
    [0, -1, -1],
    [-1, -1, -1],
    [4, 1, 4],
    [3, 0, 0],
    [-1, 0, 0],
  ] as const) {
    it(`goes from ${current} by ${change} to ${next}`, () => {
      assert.equal(nextTextSize(current, change), next);
    });
  }
});

describe("offline reading", () => {
  const scope = "https://host/btg/";
  const page = { method: "GET", mode: "navigate", destination: "document", url: `${scope}2022/07/slug/` };

  for (const [name, request, rule] of [
    ["a page of the site is fetched, then kept", page, "page"],
    [
      "a picture is kept",
      { ...page, mode: "no-cors", destination: "image", url: `${scope}pictures/a.avif` },
      "picture",
    ],
    [
      "a hashed file is kept",
      { ...page, mode: "cors", destination: "font", url: `${scope}assets/a.woff2` },
      "asset",
    ],
    [
      "the counter is left to the network",
      { ...page, mode: "cors", destination: "", url: `${scope}api/stats?p=/` },
      "network",
    ],
    ["a form sent by POST is left to the network", { ...page, method: "POST" }, "network"],
    ["another site on the host is left to the network", { ...page, url: "https://host/khac/" }, "network"],
    [
      "the search index is left to the network",
      { ...page, mode: "cors", destination: "", url: `${scope}pagefind/a.pf_index` },
      "network",
    ],
  ] as const) {
    it(name, () => {
      assert.equal(offlineRule(request, scope), rule);
    });
  }

  it("drops the oldest of a full cache", () => {
    assert.deepEqual(surplus(["a", "b", "c", "d"], 3), ["a"]);
    assert.deepEqual(surplus(["a", "b"], 3), []);
  });
});
