/** The message of anything that was thrown. @example messageOf(new Error("disk full")) // "disk full" */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
