import type { Unit } from "#domain/editorial.ts";
import { paths } from "#domain/urls.ts";
import type { OrganisationPage, OrganisationUnit } from "../views/page.ts";
import { breadcrumb, type PageContext } from "./context.ts";
import { dateView } from "./dates.ts";
import { headView } from "./head.ts";
import { plainSearchEntry } from "./search-entry.ts";
import type { PageSpec } from "./spec.ts";

const TITLE = "Cơ cấu tổ chức";

/** The organisation chart with leaders and contacts, from units.yml. */
export function organisationPage(context: PageContext): PageSpec {
  const path = paths.organisation;
  const units = [...context.portal.editorial.units.values()].filter(({ chart }) => chart);
  return {
    path,
    file: null,
    body: null,
    sitemap: { modified: null, images: [], news: null },
    search: () =>
      plainSearchEntry(
        "trang",
        { title: TITLE, attachments: [] },
        { keywords: units.map(({ name }) => name) },
      ),
    view: (): OrganisationPage => {
      const trail = breadcrumb(TITLE);
      return {
        layout: "organisation",
        path,
        url: context.url(path),
        language: context.site.language,
        head: headView(context, {
          path,
          title: TITLE,
          description:
            "Các cơ quan được nêu trong tin bài, người giữ chức vụ tại thời điểm đưa tin và đầu mối liên hệ.",
        }),
        breadcrumb: trail,
        menuUrl: context.url(path),
        organisation: {
          title: TITLE,
          intro:
            "Chức vụ ghi theo thời điểm nêu bên cạnh tên; khi cơ quan đổi tên hoặc hợp nhất, tên hiện nay được ghi kèm.",
          units: units
            .filter((unit) => !units.some(({ key }) => key === unit.parent))
            .map((unit) => unitView(unit, units)),
        },
      };
    },
  };
}

function unitView(unit: Unit, units: readonly Unit[]): OrganisationUnit {
  return {
    name: unit.name,
    duty: [unit.duty, unit.now].filter((text) => text !== null).join(" ") || null,
    phone: unit.phone,
    email: unit.email,
    address: unit.address,
    people: unit.people.map(({ name, position, asOf, phone, email }) => ({
      name,
      position,
      phone,
      email,
      note: asOf === null ? null : `tại thời điểm ${dateView(asOf).short}`,
    })),
    children: units.filter(({ parent }) => parent === unit.key).map((child) => unitView(child, units)),
  };
}
