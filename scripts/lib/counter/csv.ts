/** CSV as former systems export it (RFC 4180; comma, semicolon or tab; with or without byte order mark). */

/** One record by lower-case column name, and the line it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** The columns and records of a table. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly records: readonly CsvRecord[];
}

/**
 * Parses a table whose first line names the columns. The separator is the one the first line has most of.
 * Missing fields are empty; surplus fields are dropped.
 * @example parseCsv("path;views\n/a/;1").records[0]?.fields["views"] // "1"
 */
export function parseCsv(text: string): CsvTable {
  const source = text.replace(/^\uFEFF/, "");
  const firstLine = source.split(/\r?\n/, 1)[0] ?? "";
  const separator = [",", ";", "\t"].reduce((best, mark) =>
    firstLine.split(mark).length > firstLine.split(best).length ? mark : best,
  );
  const rows = parseRows(source, separator).filter(({ values }) => values.length > 1 || values[0] !== "");
  const columns = (rows[0]?.values ?? []).map((name) => name.trim().toLowerCase());
  const records = rows.slice(1).map(({ line, values }) => ({
    line,
    fields: Object.fromEntries(columns.map((name, i) => [name, values[i] ?? ""])),
  }));
  return { columns, records };
}

/** A CSV field: quoted where it must be, and never a formula for a spreadsheet. */
export function csvField(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function parseRows(source: string, separator: string): { line: number; values: string[] }[] {
  const rows: { line: number; values: string[] }[] = [];
  let line = 1;
  let row = { line, values: [] as string[] };
  let field = "";
  let quoted = false;
  for (let i = 0; i < source.length; i++) {
    const char = source[i] ?? "";
    if (char === "\n") line += 1;
    if (quoted) {
      if (char !== '"') field += char;
      else if (source[i + 1] === '"') field += source[++i] ?? "";
      else quoted = false;
    } else if (char === '"' && field === "") quoted = true;
    else if (char === separator || char === "\n") {
      row.values.push(field.replace(/\r$/, ""));
      field = "";
      if (char === "\n") {
        rows.push(row);
        row = { line, values: [] };
      }
    } else field += char;
  }
  if (field !== "" || row.values.length > 0) rows.push({ ...row, values: [...row.values, field] });
  return rows;
}
