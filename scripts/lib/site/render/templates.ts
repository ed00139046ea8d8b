import { readdirSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { flat } from "./flat.ts";
import { layoutCode } from "./layout-code.ts";
import { leanCode } from "./lean-code.ts";
import { leanRuntime, type Runtime } from "./lean-runtime.ts";
import { OnceTag } from "./once-tag.ts";
import type { Page } from "../pages/spec.ts";
import type { SiteView } from "../views/site.ts";

/** Renders views through layouts/. */
export interface Templates {
  /** HTML of one page. @throws {Error} naming layout and variable where a layout prints what the view lacks. */
  readonly page: (page: Page, site: SiteView) => string;
  /** Any template with any data: feeds, sitemaps. */
  readonly file: (template: string, data: object) => string;
}

/**
 * The one Nunjucks environment: escaping on, undefined variables are errors, no globals and no clock.
 * @param folder the layouts folder.
 */
export function createEnvironment(folder: string): nunjucks.Environment {
  const loader = {
    getSource(name: string): nunjucks.LoaderSource {
      const path = join(folder, name);
      const obj = layoutCode(path, (text) => compile(name, text, environment), lean);
      // Nunjucks takes compiled layouts from any loader; its types know text alone.
      return { src: { type: "code", obj } as unknown as string, path, noCache: false };
    },
  };
  const environment: nunjucks.Environment = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  // Nunjucks types its extensions as `any`-shaped objects; OnceTag has the methods that it calls.
  environment.addExtension("OnceTag", new OnceTag() as unknown as nunjucks.Extension);
  for (const name of readdirSync(join(folder, COMPONENTS))) {
    keepMacros(environment.getTemplate(`${COMPONENTS}/${name}`));
  }
  return environment;
}

const COMPONENTS = "components";

const lean = leanRuntime((nunjucks as unknown as { readonly runtime: Runtime }).runtime); // Left out of its types.

/** JavaScript of a layout. @throws {Error} where it does not compile. */
function compile(name: string, text: string, env: nunjucks.Environment): string {
  // Nunjucks hands over a list of one, where its types say one.
  const wrapper = (list: unknown) => (list as readonly { readonly template: string }[])[0]?.template ?? "";
  return leanCode(nunjucks.precompileString(text, { name, env, wrapper }));
}

/** What Nunjucks calls for `{% from … import … %}`; its types leave it out. */
interface Importable {
  getExported(...args: readonly unknown[]): void;
}
type Taker = (error: unknown, macros: unknown) => void;

/**
 * Makes the macros of a component once. Nunjucks runs a component's whole file anew for every page that imports it;
 * components hold nothing but macros, which see their parameters alone.
 */
function keepMacros(template: nunjucks.Template): void {
  const component = template as nunjucks.Template & Importable;
  const make = component.getExported.bind(component);
  let kept: unknown = null;
  component.getExported = (...args) => {
    const [take] = args;
    // With a context (`import … with context`) macros are that page's own.
    if (typeof take !== "function") make(...args);
    else if (kept !== null) (take as Taker)(null, kept);
    else
      make((error: unknown, macros: unknown) => {
        kept = macros;
        (take as Taker)(error, macros);
      });
  };
}

/** Compiles layouts on first use and keeps them. */
export function createTemplates(folder: string): Templates {
  const environment = createEnvironment(folder);
  return {
    page: (page, site) => environment.render(`${page.layout}.njk`, { page, site }),
    file: (template, data) => flat(environment.render(template, data)),
  };
}
