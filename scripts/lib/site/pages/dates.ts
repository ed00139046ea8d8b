import type { Moment } from "#domain/moment.ts";
import { formatMoment } from "#domain/dates.ts";
import type { DateView } from "../views/common.ts";

const views = new WeakMap<Moment, DateView>();

/** A date as pages show it; formatted once for each moment, since one article appears on many pages. */
export function dateView(moment: Moment): DateView {
  let view = views.get(moment);
  if (view === undefined) {
    view = formatMoment(moment);
    views.set(moment, view);
  }
  return view;
}
