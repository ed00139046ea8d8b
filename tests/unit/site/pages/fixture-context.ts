import type { Article } from "../../../../scripts/lib/domain/article.ts";
import type { Editorial } from "../../../../scripts/lib/domain/editorial.ts";
import { loadContent, type Content } from "../../../../scripts/lib/content/load.ts";
import type { Media } from "../../../../scripts/lib/site/media.ts";
import { makeContext, type PageContext } from "../../../../scripts/lib/site/pages/context.ts";
import { counterNumbers } from "../../../../scripts/lib/site/pages/counter.ts";
import { makePortal } from "../../../../scripts/lib/site/portal.ts";
import { siteView } from "../../../../scripts/lib/site/site-view.ts";
import { SITE } from "../../../fixtures/views/site.ts";
import { FIXTURE, NOW, optionsOf } from "../../../helpers/build-fixture.ts";

/** Every picture and file is there, and is called as it lies in the content folder. */
const MEDIA: Media = {
  picture: (path) => ({
    ok: true,
    warnings: [],
    value: { width: 480, height: 320, src: `/${path}`, thumbnail: `/${path}`, sources: [] },
  }),
  digest: (path) => path,
  file: (path) => ({
    ok: true,
    warnings: [],
    value: {
      url: `/${path}`,
      type: "PDF",
      mediaType: "application/pdf",
      size: "1 KB",
      width: null,
      height: null,
    },
  }),
  jpeg: (path) => `/${path}`,
  smallest: (path) => ({ src: `/${path}`, width: 480, height: 320 }),
  enclosure: (path) => ({ src: `/${path}`, width: 480, height: 320, bytes: 10_000 }),
  share: (id) => `/chia-se/${id}.jpg`,
};

const loaded = await loadContent({ folder: FIXTURE, label: "content", cache: null, program: "1" });

/** What a test may change of the fixture. */
export interface Changes {
  readonly now?: string;
  readonly baseUrl?: string;
  readonly preview?: boolean;
  readonly articles?: readonly Article[];
  readonly content?: Partial<Content>;
  readonly editorial?: Partial<Editorial>;
}

/** The fixture's model, ready to make pages from, without a build. */
export function fixtureContext(changes: Changes = {}): PageContext {
  if (loaded.editorial === null) throw new Error("The fixture has errors.");
  const editorial = { ...loaded.editorial, ...changes.editorial };
  const articles = changes.articles ?? loaded.articles;
  const options = {
    ...optionsOf({ now: changes.now ?? NOW, "base-url": changes.baseUrl ?? "https://host.example/btg/" }),
    preview: changes.preview ?? false,
  };
  const portal = makePortal({ ...loaded, articles, ...changes.content }, editorial, options);
  return makeContext(portal, siteView(portal, SITE.assets, null), MEDIA, counterNumbers(null));
}
