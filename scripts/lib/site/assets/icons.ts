import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashedFile, type OutputFile } from "./output-file.ts";

/** Icons as pixels: name and side. `maskable` has room around the mark, for phones that cut icons to a shape. */
const PIXELS = [
  { name: "icon-32.png", source: "icon.svg", side: 32 },
  { name: "apple-touch.png", source: "icon-maskable.svg", side: 180 },
  { name: "icon-192.png", source: "icon.svg", side: 192 },
  { name: "icon-512.png", source: "icon.svg", side: 512 },
  { name: "icon-maskable-512.png", source: "icon-maskable.svg", side: 512 },
] as const;

/**
 * Makes the site's icons from two drawings.
 * @param folder holds `icon.svg` and `icon-maskable.svg`
 * @returns `icon.svg` and the PNG files above
 */
export async function makeIcons(folder: string): Promise<readonly OutputFile[]> {
  // Loaded only where a drawing changed.
  const { sharp } = await import("../pictures/sharp.ts");
  const pixels = PIXELS.map(async ({ name, source, side }) => {
    const drawing = await readFile(join(folder, source));
    // Drawings are 512 units wide; 72 dots an inch is one dot a unit.
    const image = sharp(drawing, { density: Math.max(72, (72 * side) / 512) }).resize(side, side);
    return hashedFile(name, await image.png({ compressionLevel: 9, palette: true }).toBuffer());
  });
  const svg = hashedFile("icon.svg", await readFile(join(folder, "icon.svg")));
  return [svg, ...(await Promise.all(pixels))];
}
