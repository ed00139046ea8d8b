import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_SLUG_LENGTH, slugify } from "../../../scripts/lib/domain/vietnamese/slug.ts";

const SLUGS: readonly (readonly [text: string, slug: string])[] = [
  ["Hội nghị sơ kết 6 tháng đầu năm 2022", "hoi-nghi-so-ket-6-thang-dau-nam-2022"],
  ["  “Khát vọng Trà Vinh” — cuộc thi viết!  ", "khat-vong-tra-vinh-cuoc-thi-viet"],
  ["Nghị quyết số 23-NQ/TW", "nghi-quyet-so-23-nq-tw"],
  ["Huyện Đắk R’lấp", "huyen-dak-rlap"],
  ["ĐẢNG BỘ TỈNH", "dang-bo-tinh"],
  ["Ðiện Biên".normalize("NFD"), "dien-bien"],
  ["№ 5 ﬁnal", "no-5-final"],
  ["/../../etc/passwd", "etc-passwd"],
  ["— … “”", ""],
  ["", ""],
];

for (const [text, slug] of SLUGS) {
  test(`the slug of “${text}” is “${slug}”`, () => assert.equal(slugify(text), slug));
}

test("a slug of 300 characters of title is cut at the end of a word", () => {
  const slug = slugify("Hội nghị trực tuyến sơ kết công tác tuyên giáo ".repeat(8));
  assert.ok(slug.length <= MAX_SLUG_LENGTH);
  assert.equal(slug, "hoi-nghi-truc-tuyen-so-ket-cong-tac-tuyen-giao-hoi-nghi-truc-tuyen-so-ket-cong");
});

test("one word longer than a slug is cut inside", () => {
  assert.equal(slugify("đ".repeat(200)), "d".repeat(MAX_SLUG_LENGTH));
});
