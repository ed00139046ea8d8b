import type { Attachment } from "./article.ts";
import type { Moment } from "./moment.ts";

/* What stands beside the articles: notices, documents, and text pages. */

/** One notice of `content/notices/<slug>/index.md`. */
export interface Notice {
  readonly file: string;
  readonly folder: string;
  readonly slug: string;
  readonly title: string;
  readonly lead: string | null;
  readonly date: Moment;
  readonly expires: Moment | null;
  readonly unit: string | null;
  /** Kept at the top of the list. */
  readonly pinned: boolean;
  readonly attachments: readonly Attachment[];
  readonly draft: boolean;
  readonly redirectFrom: readonly string[];
  readonly hash: string;
  readonly mentions: readonly string[];
  readonly bodyLine: number;
}

/** Kinds of documents and what readers call them. */
export const DOCUMENT_TYPES = {
  "nghi-quyet": "Nghị quyết",
  "chi-thi": "Chỉ thị",
  "ket-luan": "Kết luận",
  "quyet-dinh": "Quyết định",
  "ke-hoach": "Kế hoạch",
  "huong-dan": "Hướng dẫn",
  "bao-cao": "Báo cáo",
  "ban-tin": "Bản tin nội bộ",
} as const;
export type DocumentType = keyof typeof DOCUMENT_TYPES;

/** Validity; `chua-ro` is not shown. */
export const VALIDITIES = {
  "con-hieu-luc": "Còn hiệu lực",
  "het-hieu-luc": "Hết hiệu lực",
  "chua-ro": null,
} as const;
export type Validity = keyof typeof VALIDITIES;

/** How one document stands to another: heading seen from it, and from the other one. */
export const RELATIONS = {
  "thay-the": { from: "Thay thế", to: "Được thay thế bởi" },
  "sua-doi": { from: "Sửa đổi, bổ sung", to: "Được sửa đổi, bổ sung bởi" },
  "huong-dan": { from: "Hướng dẫn thi hành", to: "Được hướng dẫn bởi" },
  "thuc-hien": { from: "Thực hiện", to: "Được thực hiện bằng" },
  "lien-quan": { from: "Liên quan", to: "Liên quan" },
} as const;
export type RelationKind = keyof typeof RELATIONS;

/** One document of `content/documents/<slug>/index.md`. */
export interface LibraryDocument {
  readonly file: string;
  readonly folder: string;
  readonly slug: string;
  /** `05-CT/TW`; bulletins `Số 1`. */
  readonly number: string | null;
  readonly type: DocumentType;
  /** Trích yếu. */
  readonly title: string;
  readonly date: Moment | null;
  readonly issuer: string;
  readonly signer: string | null;
  readonly effective: Moment | null;
  readonly validity: Validity;
  readonly relations: readonly { readonly kind: RelationKind; readonly document: string }[];
  readonly sourceUrl: string | null;
  readonly attachments: readonly Attachment[];
  readonly draft: boolean;
  readonly redirectFrom: readonly string[];
  readonly hash: string;
  readonly mentions: readonly string[];
  readonly bodyLine: number;
}

/** One page of `content/pages/<path>/index.md`. */
export interface TextEntry {
  readonly file: string;
  readonly folder: string;
  /** `gioi-thieu`, `huong-dan/viet-bai`. */
  readonly path: string;
  readonly title: string;
  readonly lead: string | null;
  readonly updated: Moment | null;
  readonly order: number;
  readonly attachments: readonly Attachment[];
  readonly redirectFrom: readonly string[];
  readonly hash: string;
  readonly mentions: readonly string[];
  readonly bodyLine: number;
}
