import assert from "node:assert/strict";
import { test } from "node:test";
import { repairTelex, repairVni } from "../../../scripts/lib/domain/vietnamese/typing.ts";

const TELEX: readonly (readonly [typed: string, meant: string | null])[] = [
  ["tuyeen", "tuyên"],
  ["giaso", "giáo"],
  ["giaos", "giáo"],
  ["ddangr", "đảng"],
  ["ddarng", "đảng"],
  ["dangrd", "đảng"],
  ["hooij", "hội"],
  ["hoijo", "hội"],
  ["nghij", "nghị"],
  ["quyeets", "quyết"],
  ["chuyeern", "chuyển"],
  ["nuowcs", "nước"],
  ["nuwowcs", "nước"],
  ["dduwowngf", "đường"],
  ["dduowngf", "đường"],
  ["nawm", "năm"],
  ["truwowngr", "trưởng"],
  ["uyr", "ủy"],
  ["hoaf", "hòa"],
  ["thuyr", "thủy"],
  ["ddaawtj", null],
  ["tuyen", null],
  ["zalo", null],
  ["infographic", null],
  ["qwrt", null],
];

for (const [typed, meant] of TELEX) {
  test(`Telex “${typed}” ${meant === null ? "is left alone" : `means ${meant}`}`, () =>
    assert.equal(repairTelex(typed), meant));
}

const VNI: readonly (readonly [typed: string, meant: string | null])[] = [
  ["le64", "lễ"],
  ["ho65i", "hội"],
  ["d9a3ng", "đảng"],
  ["dang93", "đảng"],
  ["tuye6n", "tuyên"],
  ["gia1o", "giáo"],
  ["nu7o71c", "nước"],
  ["nuo71c", "nước"],
  ["na8m", "năm"],
  ["d9u7o7ng2", "đường"],
  ["2022", null],
  ["h5n1", null],
  ["covid19", null],
  ["nq23", null],
];

for (const [typed, meant] of VNI) {
  test(`VNI “${typed}” ${meant === null ? "is left alone" : `means ${meant}`}`, () =>
    assert.equal(repairVni(typed), meant));
}
