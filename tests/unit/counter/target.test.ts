import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { targetOf } from "#counter/target.ts";

/** A target, and what it asks for: route, page (or why it is refused), whether the most viewed. */
const TARGETS: readonly (readonly [target: string, path: string, page: string | null, top: boolean])[] = [
  ["/api/hit?p=/2022/07/so-ket/", "/api/hit", "/2022/07/so-ket/", false],
  ["/api/hit?p=%2F2022%2F07%2Fso-ket%2F&top", "/api/hit", "/2022/07/so-ket/", true],
  ["/api/stats?top=1&p=/", "/api/stats", "/", true],
  ["/api/stats?stop=1", "/api/stats", null, false],
  ["/api/stats", "/api/stats", null, false],
  ["/api/stats?", "/api/stats", null, false],
  ["/api/stats?p=", "/api/stats", null, false],
  ["/api/hit?p=%E0%A4%A", "/api/hit", "broken percent encoding", false],
  [`/api/hit?p=/${"a".repeat(1024)}/`, "/api/hit", "path too long", false],
];

describe("the target of a request", () => {
  for (const [target, path, page, top] of TARGETS) {
    it(`${target.slice(0, 60)} is read the same the first time and again`, () => {
      for (const found of [targetOf(target), targetOf(target)]) {
        const named = typeof found.page === "object" ? (found.page?.reason ?? null) : found.page;
        assert.deepEqual([found.path, named, found.top], [path, page, top]);
      }
    });
  }

  it("does not keep what nobody asks for again", () => {
    const first = targetOf("/api/hit?p=/2022/07/giu-lai/");
    for (let n = 0; n < 6000; n += 1) targetOf(`/api/hit?p=/${n}/`);
    assert.notEqual(targetOf("/api/hit?p=/2022/07/giu-lai/"), first);
  });
});
