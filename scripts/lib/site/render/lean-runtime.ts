/** Prints a macro: positional arguments, then those with a default, by name. */
type Render = (...args: readonly unknown[]) => unknown;
/** Makes a macro of its parameters without a default, those with one, and what prints it. */
type MakeMacro = (names: readonly string[], defaults: readonly string[], render: Render) => Render;
/** What a layout prints for a value. */
type Print = (value: unknown, autoescape: boolean) => unknown;

/** What of Nunjucks' runtime its types leave out. */
export interface Runtime {
  readonly makeMacro: MakeMacro;
  readonly suppressValue: Print;
}

/** What lean layouts call instead (`lean-code.ts`), by the names that they use. */
export interface LeanRuntime {
  readonly macroOf: MakeMacro;
  readonly printed: Print;
}

/**
 * Does what Nunjucks' runtime does, sooner where nothing special happens: in a text without a character to escape, and in
 * a macro called by position with all arguments, or with more than those that have no default.
 * @example leanRuntime(nunjucks.runtime).printed("Hà Giang", true) // "Hà Giang"
 */
export function leanRuntime({ makeMacro, suppressValue }: Runtime): LeanRuntime {
  return {
    macroOf(names, defaults, render) {
      const general = makeMacro(names, defaults, render);
      return (...args) => {
        if (args.length < names.length || isKeywords(args.at(-1))) return general(...args);
        if (args.length === names.length) return render(...args);
        const keywords: Record<string, unknown> = {};
        for (let at = names.length; at < args.length; at += 1) {
          const name = defaults[at - names.length];
          if (name !== undefined) keywords[name] = args[at];
        }
        return render(...args.slice(0, names.length), keywords);
      };
    },
    printed: (value, autoescape) =>
      typeof value === "string" && !SPECIAL.test(value) ? value : suppressValue(value, autoescape),
  };
}

/** What Nunjucks escapes. */
const SPECIAL = /[&"'<>\\]/;

/** Arguments given by name, as Nunjucks marks them. */
function isKeywords(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "__keywords");
}
