import type { SearchSource } from "../record.ts";
export async function readBuiltPages(site: string): Promise<readonly SearchSource[]> {
  throw new Error(site);
}
