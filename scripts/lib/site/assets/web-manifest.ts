import { fileNamed, hashedFile, type OutputFile } from "./output-file.ts";

export interface ManifestOptions {
  /** `Trang tin Ban Tuyên giáo …`. */
  readonly name: string;
  /** What stands below the icon, where a dozen letters have room: `Tuyên giáo`. */
  readonly shortName: string;
  /** BCP 47: `vi`. */
  readonly language: string;
}

/**
 * Writes the web manifest, by which phones put the site on their home screen.
 * Addresses are relative to the manifest, which stands in `assets/`.
 */
export function makeWebManifest(options: ManifestOptions, icons: readonly OutputFile[]): OutputFile {
  const icon = (name: string, side: number, purpose: "any" | "maskable") => ({
    src: fileNamed(icons, name).path.replace("assets/", ""),
    sizes: `${side}x${side}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    name: options.name,
    short_name: options.shortName,
    lang: options.language,
    dir: "ltr",
    start_url: "../",
    scope: "../",
    display: "minimal-ui",
    background_color: "#ffffff",
    theme_color: "#8f1414",
    icons: [
      icon("icon-192.png", 192, "any"),
      icon("icon-512.png", 512, "any"),
      icon("icon-maskable-512.png", 512, "maskable"),
    ],
  };
  return hashedFile("manifest.webmanifest", new TextEncoder().encode(JSON.stringify(manifest)));
}
