import assert from "node:assert/strict";
import { test } from "node:test";
import { expander, parseSynonyms } from "../../../scripts/lib/search/synonyms.ts";

test("an abbreviation adds the words of the full name, and the full name the abbreviation", () => {
  const expand = expander([["HĐND", "Hội đồng nhân dân"]]);
  assert.deepEqual(expand(["hdnd", "tinh"]), [
    "hoi",
    "hoiwdong",
    "dong",
    "dongwnhan",
    "nhan",
    "nhanwdan",
    "dan",
  ]);
  assert.deepEqual(expand(["hoi", "dong", "nhan", "dan"]), ["hdnd"]);
  assert.deepEqual(expand(["hoi", "dong", "quan", "tri"]), []);
});

test("all names of a list mean the same", () => {
  const expand = expander([["TW", "TƯ", "Trung ương"]]);
  assert.deepEqual(expand(["tu"]), ["tw", "trung", "trungwuong", "uong"]);
});

test("an empty file is no problem", () => {
  assert.deepEqual(parseSynonyms(null), { synonyms: { same: [], places: [] }, problems: [] });
});

test("a good file is read", () => {
  const { synonyms, problems } = parseSynonyms({
    same: [["BTG", "Ban Tuyên giáo"]],
    places: [{ old: "Hà Giang", now: "Tuyên Quang" }],
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(synonyms, {
    same: [["BTG", "Ban Tuyên giáo"]],
    places: [{ old: "Hà Giang", now: "Tuyên Quang" }],
  });
});

test("every problem is told at once, in Vietnamese, with its place", () => {
  const { problems } = parseSynonyms({
    same: [["BTG"], "HĐND", ["A", 5]],
    places: [{ old: "Hà Giang" }],
    khac: [],
  });
  assert.deepEqual(problems, [
    { path: "khac", message: "Không có mục “khac”; chỉ dùng “same” và “places”." },
    {
      path: "same[0]",
      message: "Mỗi dòng phải là danh sách ít nhất hai tên, ví dụ [HĐND, Hội đồng nhân dân].",
    },
    {
      path: "same[1]",
      message: "Mỗi dòng phải là danh sách ít nhất hai tên, ví dụ [HĐND, Hội đồng nhân dân].",
    },
    {
      path: "same[2]",
      message: "Mỗi dòng phải là danh sách ít nhất hai tên, ví dụ [HĐND, Hội đồng nhân dân].",
    },
    {
      path: "places[0]",
      message:
        "Mỗi địa danh cần “old” (tên cũ) và “now” (nay thuộc), ví dụ {old: Hà Giang, now: Tuyên Quang}.",
    },
  ]);
});

for (const value of ["same", 5, []]) {
  test(`a file that holds ${JSON.stringify(value)} is refused`, () => {
    assert.deepEqual(parseSynonyms(value).problems, [
      { path: "", message: "Tệp phải có hai mục “same” và “places”." },
    ]);
  });
}
