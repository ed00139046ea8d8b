import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { AT_ONCE, DESKTOP, PHONE, type Portal } from "./portal.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const EVERY_RULE = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "color-contrast-enhanced": { enabled: true } },
};
/** The rules whose outcome a theme can change. */
const COLOUR_RULES = {
  runOnly: { type: "rule", values: ["color-contrast", "color-contrast-enhanced", "link-in-text-block"] },
};

/** axe, reflow, keyboard, forced colours and reduced motion on every kind of page. */
export function accessibilityGates(portal: Portal): void {
  describe("axe finds nothing in light, dark and high contrast, text at 7:1 included", AT_ONCE, () => {
    for (const [kind, { path }] of portal.kinds) {
      it(`${kind} on a phone`, async () => {
        assert.deepEqual(await portal.visit(path, { viewport: PHONE }, inEveryTheme), []);
      });
      it(`${kind} on a desktop, everything unfolded`, async () => {
        const found = await portal.visit(path, { viewport: DESKTOP }, async (page) => {
          await page.$$eval("main details, footer details", (all) =>
            all.forEach((details) => details.setAttribute("open", "")),
          );
          return inEveryTheme(page);
        });
        assert.deepEqual(found, []);
      });
    }

    it("search with results", async () => {
      const found = await portal.visit("/tim-kiem/?q=tuyen+giao", {}, async (page) => {
        await page.waitForSelector("[data-search-results] li");
        return inEveryTheme(page);
      });
      assert.deepEqual(found, []);
    });

    it("verify with the result of a check", async () => {
      const found = await portal.visit("/kiem-tra/?p=/gioi-thieu/", {}, async (page) => {
        await page.waitForSelector("[data-verify-result]:not([hidden])");
        return inEveryTheme(page);
      });
      assert.deepEqual(found, []);
    });
  });

  describe("every kind of page", () => {
    it("fits 320 pixels, which is 1280 at 400 %, without scrolling sideways", async () => {
      const excess = await onEachKind(portal, { width: 320, height: 256 }, (page) =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      );
      assert.deepEqual(differing(excess, 0), {});
    });

    it("begins with a link that skips to the main part, seen when it has the focus", async () => {
      // Without scripts, because the search page puts the cursor into its field.
      const skipped = await onEachKind(
        portal,
        PHONE,
        async (page) => {
          await page.keyboard.press("Tab");
          const seen = await page.evaluate(() => {
            const box = document.activeElement?.getBoundingClientRect();
            return box !== undefined && box.top >= 0 && box.left >= 0 && box.height > 20;
          });
          await page.keyboard.press("Enter");
          return seen && (await page.evaluate(() => document.activeElement?.tagName === "MAIN"));
        },
        { javaScriptEnabled: false },
      );
      assert.deepEqual(differing(skipped, true), {});
    });

    it("shows where the keyboard is, at each of its first 30 stops", async () => {
      const unseen = await onEachKind(portal, DESKTOP, async (page) => {
        const lost: string[] = [];
        for (let stop = 0; stop < 30; stop += 1) {
          await page.keyboard.press("Tab");
          lost.push(...(await page.evaluate(focusWithoutMark)));
        }
        return lost.join("; ");
      });
      assert.deepEqual(differing(unseen, ""), {});
    });

    it("keeps its words in forced colours, with a border or an underline around what can be pressed", async () => {
      const invisible = await onEachKind(
        portal,
        PHONE,
        (page) => page.$$eval("button, .button, .action", withoutOutlineInForcedColours),
        { forcedColors: "active" },
      );
      assert.deepEqual(differing(invisible, ""), {});
    });

    it("moves nothing, and less than nothing for readers who asked for reduced motion", async () => {
      const moving = await onEachKind(
        portal,
        PHONE,
        (page) =>
          page.evaluate(() => ({
            animations: document.getAnimations().length,
            scroll: getComputedStyle(document.documentElement).scrollBehavior,
          })),
        { reducedMotion: "reduce" },
      );
      const still = JSON.stringify({ animations: 0, scroll: "auto" });
      assert.deepEqual(
        differing(
          moving.map(([kind, seen]) => [kind, JSON.stringify(seen)]),
          still,
        ),
        {},
      );
    });
  });

  it("the keyboard alone opens the menu, makes the text larger and searches", async () => {
    await portal.visit("/", { viewport: DESKTOP }, async (page) => {
      await tabTo(page, ".reading summary");
      await page.keyboard.press("Enter");
      await tabTo(page, '.reading [data-text-size="1"]');
      const before = await page.$eval("main", (main) => parseFloat(getComputedStyle(main).fontSize));
      await page.keyboard.press("Enter");
      const after = await page.$eval("main", (main) => parseFloat(getComputedStyle(main).fontSize));
      assert.ok(after > before, `${before} px became ${after} px`);
      await page.keyboard.press("Escape");

      await tabTo(page, ".site-menu summary");
      await page.keyboard.press("Enter");
      await tabTo(page, ".menu-tree a");
      await page.keyboard.press("Escape");
      assert.equal(await page.isVisible(".menu-tree"), false);

      await page.reload();
      await tabTo(page, '.search-form input[type="search"]');
      await page.keyboard.type("tuyen giao");
      await page.keyboard.press("Enter");
      await page.waitForSelector("[data-search-results] li a");
      assert.match(page.url(), /\/tim-kiem\/\?q=tuyen(\+|%20)giao/);
    });
  });
}

/** What axe finds in the three themes: theme, rule and place. */
async function inEveryTheme(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const light = await violations(page, EVERY_RULE);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violations(page, COLOUR_RULES);
  await page.evaluate(() => {
    document.documentElement.dataset["theme"] = "contrast";
  });
  const contrast = await violations(page, COLOUR_RULES);
  const named = (theme: string, found: readonly string[]) => found.map((text) => `${theme}: ${text}`);
  return [...named("light", light), ...named("dark", dark), ...named("high contrast", contrast)];
}

async function violations(page: Page, options: object): Promise<readonly string[]> {
  return page.evaluate(async (options) => {
    // axe was put into the page just before.
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
      };
    };
    const result = await axe.run({ ...options, resultTypes: ["violations"] });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")}`),
    );
  }, options);
}

/** Does the same on one page of each kind. */
async function onEachKind<T>(
  portal: Portal,
  viewport: { readonly width: number; readonly height: number },
  act: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<readonly (readonly [kind: string, seen: T])[]> {
  const queue = portal.kinds.entries();
  const seen: (readonly [string, T])[] = [];
  const work = async () => {
    for (const [kind, { path }] of queue)
      seen.push([kind, await portal.visit(path, { viewport, ...options }, act)]);
  };
  await Promise.all(Array.from({ length: AT_ONCE.concurrency }, work));
  return seen;
}

/** Kinds where something else was seen than expected. */
function differing<T>(seen: readonly (readonly [string, T])[], expected: T): Readonly<Record<string, T>> {
  return Object.fromEntries(seen.filter(([, value]) => value !== expected));
}

/**
 * In the page: the focused element, where nothing marks it or it lies outside the window. The title of a card marks the
 * whole card with its `::after`; players mark their own buttons.
 */
function focusWithoutMark(): string[] {
  const { activeElement } = document;
  if (activeElement === null || activeElement.matches("body, audio, video")) return [];
  const { top, bottom, width, height } = activeElement.getBoundingClientRect();
  const inside = bottom > 0 && top < innerHeight && width > 0 && height > 0;
  const marked = [null, "::after"].some((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(activeElement, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  return inside && marked ? [] : [activeElement.outerHTML.slice(0, 80)];
}

/** In the page: what can be pressed and has nothing but a background to show it, which forced colours take away. */
function withoutOutlineInForcedColours(elements: Element[]): string {
  return elements
    .filter((element) => element.checkVisibility())
    .filter((element) => {
      const { borderStyle, borderWidth, textDecorationLine } = getComputedStyle(element);
      return (borderStyle === "none" || parseFloat(borderWidth) === 0) && textDecorationLine === "none";
    })
    .map((element) => element.outerHTML.slice(0, 80))
    .join("; ");
}

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press("Tab");
    const reached = await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
    if (reached === true) return;
  }
  throw new Error(`60 presses of Tab do not reach ${selector}`);
}
