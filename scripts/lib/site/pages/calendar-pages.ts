import { formatMoment, isoWeek, isoWeekOf } from "#domain/dates.ts";
import type { CalendarWeek } from "#domain/editorial.ts";
import { paths } from "#domain/urls.ts";
import type { CalendarPage } from "../views/page.ts";
import { breadcrumb, type PageContext } from "./context.ts";
import { dateView } from "./dates.ts";
import { headView } from "./head.ts";
import type { PageSpec } from "./spec.ts";

const TITLE = "Lịch công tác tuần";

/** The weekly calendar: the current week (or the last one known) at the stable address, each week at its own. */
export function calendarPages(context: PageContext): readonly PageSpec[] {
  const weeks = context.portal.editorial.calendar.toSorted((a, b) => (a.week < b.week ? -1 : 1));
  const present = isoWeekOf(context.portal.options.now);
  const current = weeks.findLastIndex(({ week }) => week <= present);
  const shown = Math.max(0, current);
  return [
    calendarPage(paths.calendar, weeks, shown, context),
    ...weeks.map(({ week }, index) => calendarPage(paths.calendarWeek(week), weeks, index, context)),
  ];
}

function calendarPage(
  path: string,
  weeks: readonly CalendarWeek[],
  index: number,
  context: PageContext,
): PageSpec {
  const week = weeks[index];
  const span = week === undefined ? null : isoWeek(week.week);
  const stable = path === paths.calendar;
  const days = (span?.days ?? []).map((epoch) => formatMoment({ epoch, hasTime: false }));
  const title =
    span === null ? TITLE : `Tuần ${span.number} (${days[0]?.short ?? ""} - ${days.at(-1)?.short ?? ""})`;
  return {
    path,
    file: null,
    body: null,
    sitemap: stable ? { modified: null, images: [], news: null } : null,
    search: null,
    view: (): CalendarPage => {
      const trail = stable
        ? breadcrumb(TITLE)
        : breadcrumb({ label: TITLE, url: context.url(paths.calendar) }, title);
      return {
        layout: "calendar",
        path,
        url: context.url(path),
        language: context.site.language,
        head: headView(context, {
          path,
          title: stable ? TITLE : `${TITLE}: ${title}`,
          description: `${TITLE}. ${title}.`,
        }),
        breadcrumb: trail,
        menuUrl: context.url(paths.calendar),
        calendar: {
          title,
          note: week?.note ?? null,
          days: days.map((date) => ({
            date,
            entries: (week?.entries ?? [])
              .filter((entry) => dateView(entry.date).short === date.short)
              .map(({ time, title: what, place, host, people }) => ({
                time,
                title: what,
                place,
                host,
                people,
              })),
          })),
          previous: weekLink(weeks[index - 1], "Tuần trước", context),
          next: weekLink(weeks[index + 1], "Tuần sau", context),
        },
      };
    },
  };
}

function weekLink(week: CalendarWeek | undefined, label: string, context: PageContext) {
  return week === undefined ? null : { label, url: context.url(paths.calendarWeek(week.week)) };
}
