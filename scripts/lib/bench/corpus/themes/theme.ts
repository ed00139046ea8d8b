/** What a piece of the corpus is about: the phrases that its sentences are built from. */
export interface Theme {
  /** Key of the section, from `CORPUS_SECTIONS`. */
  readonly section: string;
  /** Tags that pieces on this theme carry. */
  readonly tags: readonly string[];
  /** Completes `công tác …`, `về …`: `tuyên truyền biển, đảo`. */
  readonly subject: string;
  /** Verb phrases without a subject: `tổ chức hội thi báo cáo viên giỏi`. */
  readonly works: readonly string[];
  /** Countable results after a number: `buổi tuyên truyền lưu động`. */
  readonly counts: readonly string[];
  /** Verb phrases for what is to be done next. */
  readonly tasks: readonly string[];
}
