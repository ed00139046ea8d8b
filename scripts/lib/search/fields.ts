/*
 * Where a term stands in an indexed page tells its field: titles come first, then lead and keys, then other names of
 * the place and the date of publication, then the body. Pagefind’s postings carry positions, so the field is free.
 */
export const LEAD_START = 44;
export const ALIAS_START = 164;
export const BODY_START = 188;

export type Field = "title" | "lead" | "alias" | "body";

/** The field of a position. @example fieldAt(3) // 'title' */
export function fieldAt(position: number): Field {
  if (position < LEAD_START) return "title";
  if (position < ALIAS_START) return "lead";
  return position < BODY_START ? "alias" : "body";
}
