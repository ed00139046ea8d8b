import nunjucks from "nunjucks";

/** Prints a macro: positional arguments, then those with a default, by name. */
type Render = (...args: readonly unknown[]) => unknown;
type MakeMacro = (names: readonly string[], defaults: readonly string[], render: Render) => Render;

/** Nunjucks' own; its types leave it out. */
const { makeMacro } = (nunjucks as unknown as { readonly runtime: { readonly makeMacro: MakeMacro } })
  .runtime;

/**
 * Makes a macro as Nunjucks does. Called by position with all arguments, or with more than those that have no default, it
 * calls what prints it; every other call goes Nunjucks' way.
 * @param names parameters without a default. @param defaults names of those with one.
 */
export const macroOf: MakeMacro = (names, defaults, render) => {
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
};

/** Arguments given by name, as Nunjucks marks them. */
function isKeywords(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "__keywords");
}
