import type { Moment } from "./moment.ts";

/* The registers of content/_data: what editors name by key in articles. Keys are ASCII kebab-case. */

export interface Site {
  readonly name: string;
  readonly shortName: string;
  /** Newest name that has begun comes last; names of departments change. */
  readonly departments: readonly { readonly from: Moment; readonly name: string }[];
  readonly slogan: string | null;
  readonly description: string;
  readonly language: string;
  /** Reuse notice: `Ghi rõ nguồn …`. */
  readonly reuse: string;
  readonly imprint: {
    readonly owner: string;
    readonly responsible: string | null;
    readonly licence: string | null;
    readonly address: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  };
  readonly badge: { readonly label: string; readonly url: string } | null;
  /** Entries on one page of a list. */
  readonly pageSize: number;
}

export interface Section {
  readonly key: string;
  readonly name: string;
  readonly parent: string | null;
  readonly description: string | null;
  /** Whether the front page shows a block of it. */
  readonly menu: boolean;
}

export interface AuthorEntry {
  readonly key: string;
  readonly name: string;
  readonly unit: string | null;
  readonly bio: string | null;
}

export interface SourceEntry {
  readonly key: string;
  readonly name: string;
  readonly link: string | null;
}

export interface Place {
  readonly key: string;
  /** As it was named on the day of the report: `Hà Giang`. */
  readonly name: string;
  /** What it belongs to today: `tỉnh Tuyên Quang`; `null` where nothing changed. */
  readonly now: string | null;
  readonly parent: string | null;
  readonly aliases: readonly string[];
}

export interface Person {
  readonly name: string;
  readonly position: string;
  /** The position is that of this day. */
  readonly asOf: Moment | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface Unit {
  readonly key: string;
  readonly name: string;
  readonly short: string | null;
  readonly place: string | null;
  readonly now: string | null;
  readonly parent: string | null;
  readonly duty: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly people: readonly Person[];
  /** Whether the organisation chart shows it. */
  readonly chart: boolean;
}

export interface Topic {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
}

export interface MenuItem {
  readonly label: string;
  /** `/gioi-thieu/`, `section:tin-tuc`, or an absolute address. */
  readonly link: string;
  readonly children: readonly MenuItem[];
}

export interface PartnerGroup {
  readonly title: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
}

export interface Anniversary {
  readonly name: string;
  readonly month: number;
  readonly day: number;
  /** Year of the event. */
  readonly year: number;
  /** Days that the banner stands before and after the day itself. */
  readonly before: number;
  readonly after: number;
  readonly link: string | null;
}

export interface CalendarWeek {
  /** `2026-W47`. */
  readonly week: string;
  readonly note: string | null;
  readonly entries: readonly {
    readonly date: Moment;
    readonly time: string;
    readonly title: string;
    readonly place: string | null;
    readonly host: string | null;
    readonly people: string | null;
  }[];
}

/** Everything in content/_data, parsed. Maps keep the order of their files. */
export interface Editorial {
  readonly site: Site;
  readonly sections: ReadonlyMap<string, Section>;
  readonly authors: ReadonlyMap<string, AuthorEntry>;
  readonly sources: ReadonlyMap<string, SourceEntry>;
  readonly places: ReadonlyMap<string, Place>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly menus: { readonly main: readonly MenuItem[]; readonly footer: readonly MenuItem[] };
  readonly partners: readonly PartnerGroup[];
  readonly redirects: readonly Redirect[];
  readonly anniversaries: readonly Anniversary[];
  readonly calendar: readonly CalendarWeek[];
}
