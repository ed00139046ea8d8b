/**
 * A result file as written by the index step: Pagefind’s form, so that its program can read it, with the
 * text for readers. Absent meta values are left out, as Pagefind does.
 */
export interface ResultPage {
  /** Address without the base path. */
  readonly url: string;
  /** The body in plain text, blocks separated by a line end. */
  readonly content: string;
  readonly word_count: number;
  readonly filters: Readonly<Record<string, never>>;
  readonly anchors: readonly never[];
  readonly meta: Readonly<Record<string, string>>;
}
