/** Prints a macro: positional arguments, then those with a default, by name. */
type Render = (...args: readonly unknown[]) => unknown;

/** Makes a macro. @param names parameters without a default. @param defaults names of those with one. */
export type MakeMacro = (names: readonly string[], defaults: readonly string[], render: Render) => Render;

/**
 * Makes macros as Nunjucks does. Called by position with all arguments, or with more than those that have no default, a
 * macro calls what prints it; every other call goes Nunjucks' way.
 * @param makeMacro Nunjucks' own.
 * @example leanMacros(makeMacro)(["card"], ["style"], (card, { style }) => …)
 */
export function leanMacros(makeMacro: MakeMacro): MakeMacro {
  return (names, defaults, render) => {
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
}

/** Arguments given by name, as Nunjucks marks them. */
function isKeywords(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "__keywords");
}
