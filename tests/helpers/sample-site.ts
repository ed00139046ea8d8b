import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { prepareAssets } from "../../scripts/lib/site/assets/prepare-assets.ts";
import { writeAssets } from "../../scripts/lib/site/assets/write-assets.ts";
import { ALL_PAGES } from "../fixtures/views/all.ts";
import { BASE } from "../fixtures/views/common.ts";
import { SITE } from "../fixtures/views/site.ts";
import { renderLayout } from "./render-layout.ts";

/** Sky and land of the sample pictures. */
const PICTURES = {
  "ruong-bac-thang": ["#9cc3d5", "#3d6b35"],
  "hoi-truong": ["#8f2323", "#d9b36c"],
  "dong-bang": ["#cfe3ef", "#7ca84a"],
  "nui-may": ["#e9d9c5", "#39506b"],
} as const;

/**
 * Writes every sample page with real assets and drawn pictures, as a host would serve them.
 * @param folder the host's root; pages stand below it at their own addresses, and by name: `/btg/article.html`
 * @returns addresses by name of the sample
 */
export async function writeSampleSite(folder: string): Promise<Readonly<Record<string, string>>> {
  const output = join(folder, BASE);
  const cache = join(folder, "cache");
  const names = { name: SITE.name, shortName: "Tuyên giáo" };
  const { view: assets } = await writeAssets(await prepareAssets(cache), {
    ...{ output, base: BASE, language: "vi" },
    ...names,
  });
  const addresses: Record<string, string> = {};
  for (const [name, page] of Object.entries(ALL_PAGES)) {
    const html = renderLayout(page, { ...SITE, assets });
    const file = page.url.endsWith("/") ? `${page.url}index.html` : page.url;
    if (!name.includes("-") || name in PLAIN) await write(join(folder, file), html);
    await write(join(output, `${name}.html`), html);
    addresses[name] = `${BASE}${name}.html`;
  }
  await drawPictures(join(output, "anh"));
  return addresses;
}

/** Names with a hyphen that are no second form of another sample. */
const PLAIN: Readonly<Record<string, true>> = { "site-map": true, "not-found": true };

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, text);
}

async function drawPictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, [sky, land]] of Object.entries(PICTURES)) {
    const drawing = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><path fill="${sky}" d="M0 0h1200v800H0z"/><path fill="${land}" opacity=".6" d="M0 520 300 330 560 500 840 300 1200 520V800H0z"/><path fill="${land}" d="M0 620Q300 520 620 620T1200 600V800H0z"/></svg>`,
    );
    for (const width of [480, 800, 1200]) {
      const image = sharp(drawing).resize(width);
      await image
        .clone()
        .jpeg()
        .toFile(join(folder, `${name}-${width}.jpg`));
      await image
        .clone()
        .webp({ effort: 0 })
        .toFile(join(folder, `${name}-${width}.webp`));
      await image
        .clone()
        .avif({ effort: 0 })
        .toFile(join(folder, `${name}-${width}.avif`));
    }
  }
}
