import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatPublished, lostAddresses, parsePublished } from "#publish/published-addresses.ts";

const CHECK = {
  published: [] as string[],
  paths: [] as string[],
  redirectedFrom: [] as string[],
  titleOf: () => null,
  basePath: "/",
};

describe("published addresses", () => {
  test("an article that is gone is named, with its file and three ways to mend it", () => {
    const [problem] = lostAddresses({
      ...CHECK,
      published: ["/2022/07/ha-giang-so-ket/"],
      titleOf: () => "Hà Giang: Sơ kết công tác tuyên giáo",
    });
    assert.deepEqual(problem, {
      file: "content/articles/2022/07/ha-giang-so-ket/index.md",
      line: 1,
      column: 1,
      field: null,
      message:
        'Bài "Hà Giang: Sơ kết công tác tuyên giáo" (/2022/07/ha-giang-so-ket/) đã đăng nhưng không còn trong bản mới và không có chuyển hướng. ' +
        'Hãy khôi phục tệp, hoặc ghi "redirectFrom: [/2022/07/ha-giang-so-ket/]" vào bài thay thế; nếu phải gỡ bài thì giữ tệp và đặt trạng thái "withdrawn" kèm lý do.',
      severity: "error",
    });
  });

  test("an article without a known title is called by its folder", () => {
    const [problem] = lostAddresses({ ...CHECK, published: ["/2022/07/ha-giang-so-ket/"] });
    assert.match(problem?.message ?? "", /^Bài "ha-giang-so-ket"/);
  });

  test("any other page is mended in the list of redirects", () => {
    const [problem] = lostAddresses({ ...CHECK, published: ["/btg/gioi-thieu/"], basePath: "/btg/" });
    assert.equal(problem?.file, "content/_data/redirects.yml");
    assert.match(
      problem.message,
      /^Trang "gioi-thieu" \(\/btg\/gioi-thieu\/\).*thêm \{from: \/btg\/gioi-thieu\/, to: …\} vào content\/_data\/redirects.yml\.$/,
    );
  });

  test("a page that is there, or redirects, is not lost; neither is page 2 of a list", () => {
    const published = ["/a/", "/b/", "/the/hoi-nghi/trang-2/"];
    assert.deepEqual(lostAddresses({ ...CHECK, published, paths: ["/a/"], redirectedFrom: ["/b/"] }), []);
  });

  test("losses are sorted", () => {
    const files = lostAddresses({ ...CHECK, published: ["/2022/08/b/", "/2022/07/a/"] }).map(
      (problem) => problem.file,
    );
    assert.deepEqual(files, ["content/articles/2022/07/a/index.md", "content/articles/2022/08/b/index.md"]);
  });

  test("the list grows and never repeats", () => {
    const text = formatPublished(["/b/", "/a/"], ["/c/", "/a/", "/the/x/trang-2/"]);
    assert.equal(text, "/a/\n/b/\n/c/\n");
    assert.deepEqual(parsePublished(`# ghi chú\r\n${text}\n`), ["/a/", "/b/", "/c/"]);
  });
});
