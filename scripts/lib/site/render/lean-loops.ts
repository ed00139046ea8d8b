/**
 * Takes from a compiled layout what its loops set for `loop` and nobody reads. Nunjucks sets seven variables in each turn
 * of each loop; our layouts read one of them here and there, and an article's page makes some fifty turns.
 * @param source JavaScript as Nunjucks compiles it.
 * @example leanLoops(source) // without `frame.set("loop.revindex", t_2 - t_1);` where no `loop.revindex` is read
 */
export function leanLoops(source: string): string {
  const read = Array.from(source.matchAll(MEMBER_READ), ([, name]) => name);
  // Where `loop` is handed on as a whole, anything may be read of it.
  if ([...source.matchAll(READ)].length > read.length) return source;
  return source.replace(SET, (line, name: string) => (read.includes(name) ? line : ""));
}

const READ = /contextOrFrameLookup\(context, frame, "loop"\)/g;
const MEMBER_READ = /memberLookup\(\(runtime\.contextOrFrameLookup\(context, frame, "loop"\)\),"(\w+)"\)/g;
const SET = /^frame\.set\("loop\.(\w+)", [^;\n]*\);\n/gm;
