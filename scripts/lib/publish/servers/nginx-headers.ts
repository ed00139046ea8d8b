import type { HeaderRule } from "../headers.ts";
import { patternToRegExpSource } from "../path-class.ts";

/**
 * Prints one map for each header, for the `http` level: the path decides the value, the later rule wins, and an empty value
 * sends no header.
 */
export function headerMaps(rules: readonly HeaderRule[]): string {
  return headerNames(rules)
    .map((name) => {
      const lines = rules
        .toReversed()
        .flatMap((rule) => rule.patterns.map((pattern) => ({ pattern, value: rule.headers[name] })))
        .flatMap(({ pattern, value }) =>
          value === undefined ? [] : [`  "~${keyFor(name, pattern)}" "${value}";`],
        );
      // A long lifetime belongs to the file, not to the message that it is missing.
      const source = name === "Cache-Control" ? '"$status $uri"' : "$uri";
      return `map ${source} $trang_tin_${variableOf(name)} {\n  default "";\n${lines.join("\n")}\n}`;
    })
    .join("\n");
}

/** Prints the lines of a server that send what the maps say. */
export function addHeaders(rules: readonly HeaderRule[]): string {
  return headerNames(rules)
    .map((name) => `  add_header ${name} $trang_tin_${variableOf(name)} always;`)
    .join("\n");
}

function keyFor(name: string, pattern: string): string {
  const source = patternToRegExpSource(pattern);
  return name === "Cache-Control" ? source.replace("^", "^(?:200|206|304|301|302) ") : source;
}

function headerNames(rules: readonly HeaderRule[]): readonly string[] {
  return [...new Set(rules.flatMap((rule) => Object.keys(rule.headers)))];
}

function variableOf(header: string): string {
  return header.toLowerCase().replaceAll("-", "_");
}
