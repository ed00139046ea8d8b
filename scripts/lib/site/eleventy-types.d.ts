/* The part of Eleventy 3 that the project uses; the package brings no types of its own. */
declare module "@11ty/eleventy" {
  export interface EleventyConfig {
    setLibrary(engine: string, library: unknown): void;
    addGlobalData(name: string, value: unknown): void;
    addExtension(extension: string, options: { readonly key: string }): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
  }
  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string;
        readonly quietMode: boolean;
        readonly source?: "cli" | "script";
        readonly config?: (eleventy: EleventyConfig) => void;
      },
    );
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
