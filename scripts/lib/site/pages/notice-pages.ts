import type { Notice } from "#domain/library.ts";
import { paths } from "#domain/urls.ts";
import type { NoticePage, NoticeRow, NoticesPage } from "../views/page.ts";
import { attachmentViews, breadcrumb, type PageContext } from "./context.ts";
import { dateView } from "./dates.ts";
import { headView } from "./head.ts";
import { pagerView, paginate } from "./pager.ts";
import { plainSearchEntry } from "./search-entry.ts";
import { bodySource, type PageSpec } from "./spec.ts";

const TITLE = "Thông báo";

/** The list of notices and the page of each. */
export function noticePages(context: PageContext): readonly PageSpec[] {
  const { notices, editorial } = context.portal;
  const lists = paginate(paths.notices, notices, editorial.site.pageSize).map((page): PageSpec => ({
    path: page.path,
    file: null,
    body: null,
    sitemap: page.number === 1 ? { modified: notices[0]?.date.epoch ?? null, images: [], news: null } : null,
    search: null,
    view: (): NoticesPage => {
      const trail = breadcrumb(TITLE);
      return {
        layout: "notices",
        path: page.path,
        url: context.url(page.path),
        language: context.site.language,
        head: headView(context, {
          path: page.path,
          title: page.number === 1 ? TITLE : `${TITLE} - trang ${page.number}`,
          description: `Thông báo của ${context.site.department}.`,
          previous: page.previous,
          next: page.next,
        }),
        breadcrumb: trail,
        menuUrl: context.url(paths.notices),
        notices: {
          title: TITLE,
          rows: page.items.map((notice) => noticeRow(notice, context)),
          pager: pagerView(paths.notices, page, context.url),
        },
      };
    },
  }));
  return [...lists, ...notices.map((notice) => noticePage(notice, context))];
}

/** A notice as lists show it. */
export function noticeRow(notice: Notice, context: PageContext): NoticeRow {
  return {
    url: context.url(paths.notice(notice.slug)),
    title: notice.title,
    date: dateView(notice.date),
    pinned: notice.pinned,
  };
}

function noticePage(notice: Notice, context: PageContext): PageSpec {
  const path = paths.notice(notice.slug);
  return {
    path,
    file: notice.file,
    body: bodySource(notice),
    sitemap: { modified: notice.date.epoch, images: [], news: null },
    search: () => plainSearchEntry("thong-bao", notice, { date: dateView(notice.date).iso, section: TITLE }),
    view: (): NoticePage => {
      const trail = breadcrumb({ label: TITLE, url: context.url(paths.notices) }, notice.title);
      const unit = notice.unit === null ? undefined : context.portal.editorial.units.get(notice.unit);
      return {
        layout: "notice",
        path,
        url: context.url(path),
        language: context.site.language,
        head: headView(context, {
          path,
          title: notice.title,
          description: notice.lead ?? notice.title,
        }),
        breadcrumb: trail,
        menuUrl: context.url(paths.notices),
        notice: {
          title: notice.title,
          lead: notice.lead,
          date: dateView(notice.date),
          expires: notice.expires === null ? null : dateView(notice.expires),
          unit: unit?.name ?? null,
          body: "",
          attachments: attachmentViews(notice, context),
          others: context.portal.notices
            .slice(0, 6)
            .filter((other) => other !== notice)
            .slice(0, 5)
            .map((other) => noticeRow(other, context)),
        },
      };
    },
  };
}
