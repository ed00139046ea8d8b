import { locateFindings } from "#content/locate.ts";
import type { Problem } from "#domain/problem.ts";
import { addressOf, checkLinks } from "./check-links.ts";
import { checkOldAddresses, checkRegisterLinks } from "./check-register-links.ts";
import { movedItems, redirectRules } from "./machine-files.ts";
import type { Portal } from "./portal.ts";
import type { RenderedPage } from "./render/render-pages.ts";

/**
 * What shows only when all pages are known: warnings of their texts, links that lead nowhere, old addresses that are in use.
 * @param broken folders of the pieces that have errors of their own: what links to them is not at fault.
 * @example pageProblems(pages, portal, []).filter(({ severity }) => severity === "error")
 */
export function pageProblems(
  pages: readonly RenderedPage[],
  portal: Portal,
  broken: readonly string[],
): readonly Problem[] {
  const { editorial, options } = portal;
  const present = new Set(pages.map(({ spec }) => spec.path));
  const others = otherAddresses(portal, broken);
  const findings = [
    ...checkRegisterLinks(editorial, new Set([...present, ...others])),
    ...checkOldAddresses(movedItems(portal), editorial, present),
  ];
  return [
    ...locateFindings(options.content, options.label, findings),
    ...pages.flatMap(({ record }) => record.problems),
    ...checkLinks(pages, others),
  ];
}

/** Addresses that texts may link to besides the pages: feeds, old addresses, pieces that have errors of their own. */
function otherAddresses(portal: Portal, broken: readonly string[]): ReadonlySet<string> {
  const { base } = portal.options.host;
  return new Set([
    ...broken.map(addressOf),
    ...redirectRules(portal).map(({ from }) => `/${from.slice(base.length)}`),
    ...["/rss.xml", "/atom.xml", "/feed.json", "/sitemap.xml"],
  ]);
}
