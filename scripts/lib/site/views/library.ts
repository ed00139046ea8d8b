import type { AttachmentView, CardView, DateView, LinkView, PagerView } from "./common.ts";
import type { PageFrame } from "./frame.ts";

export interface NoticeRow {
  readonly url: string;
  readonly title: string;
  readonly date: DateView;
  readonly pinned: boolean;
}

export interface NoticesPage extends PageFrame {
  readonly layout: "notices";
  readonly notices: {
    readonly title: string;
    readonly rows: readonly NoticeRow[];
    readonly pager: PagerView | null;
  };
}

export interface NoticePage extends PageFrame {
  readonly layout: "notice";
  readonly notice: {
    readonly title: string;
    readonly lead: string | null;
    readonly date: DateView;
    readonly expires: DateView | null;
    readonly unit: string | null;
    readonly body: string;
    readonly attachments: readonly AttachmentView[];
    readonly others: readonly NoticeRow[];
  };
}

export interface DocumentRow {
  readonly url: string;
  /** `05-CT/TW`. */
  readonly number: string | null;
  /** `Chỉ thị`. */
  readonly type: string;
  readonly abstract: string;
  readonly date: DateView | null;
  readonly issuer: string;
  readonly validity: string | null;
  readonly files: readonly AttachmentView[];
}

/** The documents library, or the shelf of internal bulletins. */
export interface DocumentsPage extends PageFrame {
  readonly layout: "documents";
  readonly documents: {
    readonly title: string;
    readonly intro: string | null;
    readonly rows: readonly DocumentRow[];
    readonly filters: readonly { readonly title: string; readonly links: readonly LinkView[] }[];
    readonly pager: PagerView | null;
  };
}

export interface DocumentPage extends PageFrame {
  readonly layout: "document";
  readonly document: DocumentRow & {
    readonly title: string;
    readonly signer: string | null;
    readonly effective: DateView | null;
    /** HTML; empty where the page only describes the document. */
    readonly body: string;
    readonly relations: readonly { readonly kind: string; readonly items: readonly LinkView[] }[];
    /** Articles that name it. */
    readonly citedBy: readonly CardView[];
    readonly sourceUrl: string | null;
  };
}
