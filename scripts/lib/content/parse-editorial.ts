import type {
  Anniversary,
  AuthorEntry,
  CalendarWeek,
  MenuItem,
  PartnerGroup,
  Person,
  Place,
  Redirect,
  Section,
  Site,
  SourceEntry,
  Topic,
  Unit,
} from "#domain/editorial.ts";
import { isoWeek, startOfDay } from "#domain/dates.ts";
import type { FieldReader } from "./fields.ts";
import { readLink } from "./parse-article.ts";
import { readRedirect } from "./parse-redirect.ts";
import { readDataFile, type Parsed } from "./source-file.ts";

const DAY_MS = 86_400_000;

/** Reads one file of content/_data: (path for messages, bytes) -> model or problems. */
type Reader<Model> = (file: string, bytes: Uint8Array) => Parsed<Model>;

export const parseSite: Reader<Site> = (file, bytes) =>
  readDataFile(file, bytes, (fields) => ({
    name: fields.required("name"),
    shortName: fields.text("shortName") ?? fields.text("name") ?? "",
    departments: fields
      .groups("departmentNames", (entry) => ({
        from: entry.requiredDate("from"),
        name: entry.required("name"),
      }))
      .toSorted((a, b) => a.from.epoch - b.from.epoch),
    slogan: fields.text("slogan"),
    description: fields.required("description"),
    language: fields.text("language") ?? "vi",
    reuse: fields.required("reuse"),
    imprint: fields.group("imprint", (imprint) => ({
      owner: imprint.required("owner"),
      responsible: imprint.text("responsible"),
      licence: imprint.text("licence"),
      address: imprint.text("address"),
      phone: imprint.text("phone"),
      email: imprint.text("email"),
    })) ?? {
      owner: fields.required("imprint"),
      responsible: null,
      licence: null,
      address: null,
      phone: null,
      email: null,
    },
    badge: fields.group("badge", (badge) => ({
      label: badge.required("label"),
      url: readLink(badge, "url") ?? "",
    })),
    pageSize: Math.max(1, fields.integer("pageSize", 20)),
  }));

export const parseSections = register<Section>((fields, key) => ({
  key,
  name: fields.required("name"),
  parent: fields.text("parent"),
  description: fields.text("description"),
  menu: fields.flag("menu", true),
}));

export const parseAuthors = register<AuthorEntry>((fields, key) => ({
  key,
  name: fields.required("name"),
  unit: fields.text("unit"),
  bio: fields.text("bio"),
}));

export const parseSources = register<SourceEntry>((fields, key) => ({
  key,
  name: fields.required("name"),
  link: readLink(fields, "link"),
}));

export const parsePlaces = register<Place>((fields, key) => ({
  key,
  name: fields.required("name"),
  now: fields.text("now"),
  parent: fields.text("parent"),
  aliases: fields.texts("aliases"),
}));

export const parseUnits = register<Unit>((fields, key) => ({
  key,
  name: fields.required("name"),
  short: fields.text("short"),
  place: fields.text("place"),
  now: fields.text("now"),
  parent: fields.text("parent"),
  duty: fields.text("duty"),
  address: fields.text("address"),
  phone: fields.text("phone"),
  email: fields.text("email"),
  people: fields.groups("people", readPerson),
  chart: fields.flag("chart"),
}));

export const parseTopics = register<Topic>((fields, key) => ({
  key,
  name: fields.required("name"),
  description: fields.text("description"),
}));

export const parseMenus: Reader<{
  readonly main: readonly MenuItem[];
  readonly footer: readonly MenuItem[];
}> = (file, bytes) =>
  readDataFile(file, bytes, (fields) => ({
    main: fields.groups("main", readMenuItem),
    footer: fields.groups("footer", readMenuItem),
  }));

export const parsePartners: Reader<readonly PartnerGroup[]> = list((fields) => ({
  title: fields.required("title"),
  links: fields.groups("links", (link) => ({
    label: link.required("label"),
    url: readLink(link, "url") ?? "",
  })),
}));

export const parseRedirects: Reader<readonly Redirect[]> = list(readRedirect);

export const parseAnniversaries: Reader<readonly Anniversary[]> = list((fields) => {
  const date = fields.required("date");
  const [, month = "0", day = "0"] = /^(\d{1,2})-(\d{1,2})$/.exec(date) ?? [];
  // A leap year, so that 29 February passes.
  if (date !== "" && startOfDay({ year: 2024, month: Number(month), day: Number(day) }) === null) {
    fields.report("date", `"${date}" chưa đúng; hãy viết tháng-ngày: 12-22.`);
  }
  const show = fields.group("show", (span) => ({
    before: span.integer("before", 3),
    after: span.integer("after", 0),
  }));
  fields.required("year");
  return {
    name: fields.required("name"),
    month: Number(month),
    day: Number(day),
    year: fields.integer("year", 0),
    before: show?.before ?? 3,
    after: show?.after ?? 0,
    link: fields.text("link"),
  };
});

export const parseCalendar: Reader<readonly CalendarWeek[]> = (file, bytes) =>
  readDataFile(file, bytes, (fields) => {
    const seen = new Set<string>();
    return fields.groups("weeks", (week) => {
      const name = week.required("week");
      const span = isoWeek(name);
      if (name !== "" && span === null) {
        week.report("week", `"${name}" chưa đúng; hãy viết năm-W và số tuần: 2026-W47.`);
      }
      if (seen.has(name)) week.report("week", `Tuần "${name}" được ghi hai lần. Hãy gộp vào một.`);
      seen.add(name);
      return {
        week: name,
        note: week.text("note"),
        entries: week.groups("entries", (entry) => readCalendarEntry(entry, span?.days ?? null)),
      };
    });
  });

/** @param days midnights of the entry's week; `null` where the week itself is wrong. */
function readCalendarEntry(entry: FieldReader, days: readonly number[] | null) {
  const before = entry.text("date");
  const date = entry.requiredDate("date");
  const [monday = 0] = days ?? [];
  if (before !== null && date.epoch !== 0 && days !== null) {
    const late = date.epoch >= monday + days.length * DAY_MS;
    if (late || date.epoch < monday) entry.report("date", `Ngày "${before}" không thuộc tuần này.`);
  }
  return {
    date,
    time: entry.required("time"),
    title: entry.required("title"),
    place: entry.text("place"),
    host: entry.text("host"),
    people: entry.text("people"),
  };
}

function readPerson(fields: FieldReader): Person {
  return {
    name: fields.required("name"),
    position: fields.required("position"),
    asOf: fields.date("asOf"),
    phone: fields.text("phone"),
    email: fields.text("email"),
  };
}

function readMenuItem(fields: FieldReader): MenuItem {
  return {
    label: fields.required("label"),
    link: fields.required("link"),
    children: fields.groups("children", readMenuItem),
  };
}

/** A file that maps keys to entries, in the file's order. */
function register<Entry>(
  read: (fields: FieldReader, key: string) => Entry,
): Reader<ReadonlyMap<string, Entry>> {
  return (file, bytes) =>
    readDataFile(file, bytes, (fields) => {
      const entries = new Map<string, Entry>();
      for (const key of fields.keys()) {
        if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key)) {
          fields.report(
            key,
            `Khóa "${key}" chỉ được gồm chữ thường không dấu, số và gạch ngang.`,
            "error",
            "key",
          );
        }
        const entry = fields.group(key, (inner) => read(inner, key));
        if (entry !== null) entries.set(key, entry);
      }
      return entries;
    });
}

/** A file that is a list of entries. */
function list<Entry>(read: (fields: FieldReader) => Entry): Reader<readonly Entry[]> {
  return (file, bytes) =>
    readDataFile(file, bytes, (fields) => {
      const entries = fields.groups("list", read);
      if (fields.keys().some((key) => key !== "list")) {
        fields.report(null, "Tệp này phải là một danh sách; mỗi mục bắt đầu bằng “- ”.");
        fields.skipRest();
      }
      return entries;
    });
}
