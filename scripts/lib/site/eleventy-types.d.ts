/* The part of Eleventy 3 that the project uses; the package brings no types of its own. */
declare module "@11ty/eleventy" {
  /** A kind of template; paths are from the working directory. */
  export interface TemplateEngine {
    /** Whether `compile` wants the file's text. */
    readonly read: boolean;
    /** Members of the instance that are data. */
    readonly getData: readonly string[];
    readonly getInstanceFromInputPath: (path: string) => Promise<object>;
    readonly compile: (text: string, path: string) => Promise<(data: object) => unknown>;
  }
  export interface EleventyConfig {
    setLibrary(engine: string, library: unknown): void;
    addGlobalData(name: string, value: unknown): void;
    addExtension(extension: string, engine: TemplateEngine): void;
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
