import type {
  AuthorEntry,
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
import { listOf, registerOf, type Reader } from "./data-shapes.ts";
import type { FieldReader } from "./fields.ts";
import { readRedirect } from "./parse-redirect.ts";
import { readLink } from "./shared-fields.ts";
import { readDataFile } from "./source-file.ts";

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

export const parseSections = registerOf<Section>((fields, key) => ({
  key,
  name: fields.required("name"),
  parent: fields.text("parent"),
  description: fields.text("description"),
  menu: fields.flag("menu", true),
}));

export const parseAuthors = registerOf<AuthorEntry>((fields, key) => ({
  key,
  name: fields.required("name"),
  unit: fields.text("unit"),
  bio: fields.text("bio"),
}));

export const parseSources = registerOf<SourceEntry>((fields, key) => ({
  key,
  name: fields.required("name"),
  link: readLink(fields, "link"),
}));

export const parsePlaces = registerOf<Place>((fields, key) => ({
  key,
  name: fields.required("name"),
  now: fields.text("now"),
  parent: fields.text("parent"),
  aliases: fields.texts("aliases"),
}));

export const parseUnits = registerOf<Unit>((fields, key) => ({
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

export const parseTopics = registerOf<Topic>((fields, key) => ({
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

export const parsePartners: Reader<readonly PartnerGroup[]> = listOf((fields) => ({
  title: fields.required("title"),
  links: fields.groups("links", (link) => ({
    label: link.required("label"),
    url: readLink(link, "url") ?? "",
  })),
}));

export const parseRedirects: Reader<readonly Redirect[]> = listOf(readRedirect);

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
