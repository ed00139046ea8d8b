import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSiteAddress } from "#publish/site-address.ts";

test("an address is split into what servers and files need", () => {
  assert.deepEqual(parseSiteAddress("https://btg.example.vn:8443/btg"), {
    url: "https://btg.example.vn:8443/btg/",
    origin: "https://btg.example.vn:8443",
    host: "btg.example.vn",
    basePath: "/btg/",
    secure: true,
  });
});

const WRONG = [
  "btg.example.vn",
  "ftp://btg.example.vn/",
  "https://a:b@btg.example.vn/",
  "https://x.vn/?a=1",
  "https://x.vn/#a",
  "",
];
for (const text of WRONG) {
  test(`"${text}" is refused with the form that is wanted`, () => {
    assert.throws(() => parseSiteAddress(text), {
      message: `--base-url "${text}" is not a site address. Write it as https://btg.example.vn/`,
    });
  });
}

test("a base path outside ASCII is refused", () => {
  assert.throws(() => parseSiteAddress("https://x.vn/cổng/"), /the path may hold only ASCII letters/);
});
