/**
 * Takes from a compiled layout what costs time and changes nothing: Nunjucks looks up fields, calls macros and turns loops
 * as if anything might happen.
 * - Fields are read where they are named instead of in one function for all: V8 then remembers where they lie.
 * - Variables of loops and parameters of macros that nobody looks up by name are not set.
 * - Macros called by position do not sort their arguments, texts without a character to escape are not replaced by
 *   themselves (`macroOf` and `printed`, see `lean-runtime.ts`).
 * Views are plain data: a method of a value is called with `this` only where the layout calls it directly.
 * @param source JavaScript as Nunjucks compiles it.
 * @example leanCode(source) // `l_card?.title` for `runtime.memberLookup((l_card),"title")`
 */
export function leanCode(source: string): string {
  return [leanLoops, leanVariables, leanMembers, leanCalls].reduce((code, step) => step(code), source);
}

/** Nunjucks sets seven variables in each turn of each loop; our layouts read one of them here and there. */
function leanLoops(source: string): string {
  const read = Array.from(source.matchAll(LOOP_READ), ([, name]) => name);
  // Where `loop` is handed on as a whole, anything may be read of it.
  if ([...source.matchAll(LOOP)].length > read.length) return source;
  return source.replace(LOOP_SET, (line, name: string) => (read.includes(name) ? line : ""));
}

const LOOP = /contextOrFrameLookup\(context, frame, "loop"\)/g;
const LOOP_READ = /memberLookup\(\(runtime\.contextOrFrameLookup\(context, frame, "loop"\)\),"(\w+)"\)/g;
const LOOP_SET = /^frame\.set\("loop\.(\w+)", [^;\n]*\);\n/gm;

/** Where Nunjucks knows a variable it names it directly. Macros see nothing of what is set outside of them. */
function leanVariables(source: string): string {
  // Blocks are functions of their own, of other layouts even: they look up what surrounds them.
  if (source.includes("context.getBlock(")) return source;
  const macros = source.split(MACRO).map((macro) => {
    const read = new Set(Array.from(macro.matchAll(VARIABLE_READ), ([, name]) => name));
    return macro.replace(VARIABLE_SET, (line, name: string) => (read.has(name) ? line : ""));
  });
  return macros.join("");
}

const MACRO = /(?=^var macro_t_\d+ = )/m;
const VARIABLE_READ = /contextOrFrameLookup\(context, frame, "(\w+)"\)/g;
const VARIABLE_SET = /^frame\.set\("(\w+)", (?:l_\w+|t_\d+)\);\n/gm;

/** From the inside out: `page.head.title` is a look-up in a look-up. */
function leanMembers(source: string): string {
  const lean = source.replace(MEMBER, "$1?.$2");
  return lean === source ? source : leanMembers(lean);
}

const MEMBER =
  /(?<!callWrap\()runtime\.memberLookup\(\(((?:[\w$]+|runtime\.contextOrFrameLookup\(context, frame, "\w+"\))(?:\?\.\w+)*)\),"(\w+)"\)/g;

function leanCalls(source: string): string {
  return source.replaceAll("runtime.makeMacro(", "macroOf(").replaceAll("runtime.suppressValue(", "printed(");
}
