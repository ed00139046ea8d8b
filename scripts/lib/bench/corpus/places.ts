/** A place of the corpus. Districts ended on 1 July 2025; provinces merged the same day (Resolution 202/2025/QH15). */
export interface CorpusPlace {
  readonly key: string;
  readonly name: string;
  /** Province of today, where it has another name. */
  readonly now: string | null;
  readonly parent: string | null;
  /** `Tỉnh ủy`, `Huyện ủy`, `Thị ủy`, `Thành ủy`: the committee that a report names. */
  readonly committee: string;
  /** `tỉnh Lào Cai`, `huyện Bắc Hà`: as running text names it. */
  readonly full: string;
  /** Whether it still exists under this name after 1 July 2025. */
  readonly lasting: boolean;
}

type DistrictKind = "huyện" | "thị xã" | "thành phố";
interface Province {
  readonly key: string;
  readonly name: string;
  readonly now: string | null;
  readonly districts: readonly (readonly [key: string, name: string, kind: DistrictKind])[];
}

const COMMITTEES: Readonly<Record<DistrictKind, string>> = {
  huyện: "Huyện ủy",
  "thị xã": "Thị ủy",
  "thành phố": "Thành ủy",
};

const PROVINCES: readonly Province[] = [
  {
    key: "lao-cai",
    name: "Lào Cai",
    now: null,
    districts: [
      ["sa-pa", "Sa Pa", "thị xã"],
      ["bac-ha", "Bắc Hà", "huyện"],
      ["bat-xat", "Bát Xát", "huyện"],
      ["muong-khuong", "Mường Khương", "huyện"],
    ],
  },
  {
    key: "ha-giang",
    name: "Hà Giang",
    now: "tỉnh Tuyên Quang",
    districts: [
      ["dong-van", "Đồng Văn", "huyện"],
      ["meo-vac", "Mèo Vạc", "huyện"],
      ["hoang-su-phi", "Hoàng Su Phì", "huyện"],
      ["quan-ba", "Quản Bạ", "huyện"],
    ],
  },
  {
    key: "yen-bai",
    name: "Yên Bái",
    now: "tỉnh Lào Cai",
    districts: [
      ["nghia-lo", "Nghĩa Lộ", "thị xã"],
      ["mu-cang-chai", "Mù Cang Chải", "huyện"],
      ["tran-yen", "Trấn Yên", "huyện"],
    ],
  },
  {
    key: "tuyen-quang",
    name: "Tuyên Quang",
    now: null,
    districts: [
      ["na-hang", "Na Hang", "huyện"],
      ["son-duong", "Sơn Dương", "huyện"],
    ],
  },
  {
    key: "tra-vinh",
    name: "Trà Vinh",
    now: "tỉnh Vĩnh Long",
    districts: [
      ["cau-ke", "Cầu Kè", "huyện"],
      ["tieu-can", "Tiểu Cần", "huyện"],
      ["tra-cu", "Trà Cú", "huyện"],
      ["duyen-hai", "Duyên Hải", "thị xã"],
    ],
  },
  {
    key: "ben-tre",
    name: "Bến Tre",
    now: "tỉnh Vĩnh Long",
    districts: [
      ["mo-cay-nam", "Mỏ Cày Nam", "huyện"],
      ["ba-tri", "Ba Tri", "huyện"],
    ],
  },
  { key: "vinh-long", name: "Vĩnh Long", now: null, districts: [["binh-minh", "Bình Minh", "thị xã"]] },
  {
    key: "binh-phuoc",
    name: "Bình Phước",
    now: "tỉnh Đồng Nai",
    districts: [
      ["bu-dang", "Bù Đăng", "huyện"],
      ["loc-ninh", "Lộc Ninh", "huyện"],
      ["phuoc-long", "Phước Long", "thị xã"],
    ],
  },
  { key: "dong-nai", name: "Đồng Nai", now: null, districts: [["long-khanh", "Long Khánh", "thành phố"]] },
  {
    key: "lam-dong",
    name: "Lâm Đồng",
    now: null,
    districts: [
      ["bao-lam", "Bảo Lâm", "huyện"],
      ["di-linh", "Di Linh", "huyện"],
      ["da-lat", "Đà Lạt", "thành phố"],
      ["lac-duong", "Lạc Dương", "huyện"],
    ],
  },
  {
    key: "dak-nong",
    name: "Đắk Nông",
    now: "tỉnh Lâm Đồng",
    districts: [
      ["krong-no", "Krông Nô", "huyện"],
      ["gia-nghia", "Gia Nghĩa", "thành phố"],
    ],
  },
  {
    key: "binh-thuan",
    name: "Bình Thuận",
    now: "tỉnh Lâm Đồng",
    districts: [
      ["ham-thuan-bac", "Hàm Thuận Bắc", "huyện"],
      ["la-gi", "La Gi", "thị xã"],
    ],
  },
];

/** Provinces, each followed by its districts. */
export const CORPUS_PLACES: readonly CorpusPlace[] = PROVINCES.flatMap((province) => [
  {
    key: province.key,
    name: province.name,
    now: province.now,
    parent: null,
    committee: "Tỉnh ủy",
    full: `tỉnh ${province.name}`,
    lasting: province.now === null,
  },
  ...province.districts.map(([key, name, kind]) => ({
    key,
    name,
    now: province.now ?? `tỉnh ${province.name}`,
    parent: province.key,
    committee: COMMITTEES[kind],
    full: `${kind} ${name}`,
    lasting: false,
  })),
]);

/** Places that exist under their name since 1 July 2025. */
export const LASTING_PLACES: readonly CorpusPlace[] = CORPUS_PLACES.filter((place) => place.lasting);
