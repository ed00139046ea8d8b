/** Writes the sample pages to a folder, to look at them: `node tests/helpers/preview.ts <folder>`. */
import { writeSampleSite } from "./sample-site.ts";

const folder = process.argv[2];
if (folder === undefined) throw new Error("Name a folder: node tests/helpers/preview.ts <folder>");
console.log(Object.values(await writeSampleSite(folder)).join("\n"));
