import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  absolute,
  outputFile,
  pageOf,
  parseHost,
  paths,
  withBase,
} from "../../../scripts/lib/domain/urls.ts";

describe("the address of the portal", () => {
  const hosts: readonly (readonly [text: string, origin: string, base: string])[] = [
    ["https://btg.example.vn/", "https://btg.example.vn", "/"],
    ["https://btg.example.vn", "https://btg.example.vn", "/"],
    ["https://host.example/btg/", "https://host.example", "/btg/"],
    ["https://host.example/btg", "https://host.example", "/btg/"],
    ["https://host.example/a/b/", "https://host.example", "/a/b/"],
    ["http://localhost:8080/", "http://localhost:8080", "/"],
    ["https://HOST.example:443/", "https://host.example", "/"],
  ];
  for (const [text, origin, base] of hosts) {
    test(`${text} is ${origin} with base ${base}`, () => {
      assert.deepEqual(parseHost(text), { origin, base });
    });
  }

  for (const text of ["btg.example.vn", "/btg/", "ftp://host/", "https://host/?a=1", "https://host/#x", ""]) {
    test(`“${text}” is none`, () => {
      assert.throws(() => parseHost(text), {
        message: `--base-url: "${text}" is not an address such as https://host/ or https://host/btg/`,
      });
    });
  }

  test("a path is put behind base and origin", () => {
    const [root, below] = [parseHost("https://host/"), parseHost("https://host/btg/")];
    assert.deepEqual([withBase(root, "/the/"), withBase(below, "/the/")], ["/the/", "/btg/the/"]);
    assert.deepEqual([withBase(root, "/"), withBase(below, "/")], ["/", "/btg/"]);
    assert.equal(absolute(below, "/2022/07/so-ket/"), "https://host/btg/2022/07/so-ket/");
  });
});

describe("published addresses never change", () => {
  const addresses: readonly (readonly [made: string, address: string])[] = [
    [paths.home, "/"],
    [paths.article("2022/07/ha-giang"), "/2022/07/ha-giang/"],
    [paths.section("tin-tuc"), "/chuyen-muc/tin-tuc/"],
    [paths.tag("Chuyển đổi số"), "/the/chuyen-doi-so/"],
    [paths.author("my-ly"), "/tac-gia/my-ly/"],
    [paths.topic("chuyen-doi-so"), "/dong-su-kien/chuyen-doi-so/"],
    [paths.place("ha-giang"), "/dia-ban/ha-giang/"],
    [paths.recent, "/tin-moi/"],
    [paths.archive, "/luu-tru/"],
    [paths.year(2022), "/2022/"],
    [paths.month(2022, 7), "/2022/07/"],
    [paths.month(2022, 11), "/2022/11/"],
    [paths.notice("moi-hop"), "/thong-bao/moi-hop/"],
    [paths.document("chi-thi-05"), "/van-ban/chi-thi-05/"],
    [paths.documentType("chi-thi"), "/van-ban/loai/chi-thi/"],
    [paths.bulletins, "/ban-tin-noi-bo/"],
    [paths.photos, "/thu-vien/anh/"],
    [paths.calendarWeek("2026-W47"), "/lich-cong-tac/2026-w47/"],
    [paths.text("huong-dan/viet-bai"), "/huong-dan/viet-bai/"],
  ];
  for (const [made, address] of addresses) {
    test(`${address} is made in one place`, () => assert.equal(made, address));
  }

  test("every fixed address is ASCII in lower case and ends in a slash", () => {
    for (const path of Object.values(paths)) {
      if (typeof path === "string") assert.match(path, /^\/(?:[a-z-]+\/)*$/);
    }
  });

  test("page 1 of a list stands at the list's own address", () => {
    assert.deepEqual(
      [1, 2, 10].map((number) => pageOf("/the/a/", number)),
      ["/the/a/", "/the/a/trang-2/", "/the/a/trang-10/"],
    );
  });

  test("a page is written to index.html of its folder, a file to itself", () => {
    assert.deepEqual(["/", "/the/", "/404.html"].map(outputFile), [
      "index.html",
      "the/index.html",
      "404.html",
    ]);
  });
});
