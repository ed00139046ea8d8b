import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { Build } from "#site/build.ts";
import { openStaging } from "#site/output/staging.ts";
import { LAYOUTS } from "#site/program.ts";
import { pageDigest, pageJob, renderJob, type PageJob } from "#site/render/page-job.ts";
import { openPageStore } from "#site/render/page-store.ts";
import { RenderPool } from "#site/render/pool.ts";
import { createTemplates } from "#site/render/templates.ts";
import { optionsOf, silent } from "../helpers/build-fixture.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

describe("pages rendered by other threads", () => {
  const folder = temporaryFolder();
  let build: Build;
  let jobs: readonly PageJob[];

  before(async () => {
    const options = optionsOf({ output: join(folder, "site"), cache: join(folder, "cache") });
    const staging = openStaging(join(folder, "site"), null);
    build = await Build.open(options, "test", staging, silent());
    staging.discard();
    jobs = build.specs.map((spec) => pageJob(spec, build.context, pageDigest(spec, build.context, "all")));
  });

  function poolOf(layouts: string, threads: number) {
    const { content, host } = build.portal.options;
    const { site, facts, cards } = build.context;
    const store = openPageStore(temporaryFolder(), "test");
    const places: number[] = [];
    const templates = createTemplates(layouts);
    const pool = new RenderPool({
      ...{
        content,
        host,
        site,
        facts,
        templates,
        layouts,
        cards,
        threads,
        store: store.folder,
        startAfter: 0,
      },
      onPage(place, page) {
        store.add(page);
        places.push(place);
      },
    });
    return { pool, store, places, tools: { content, host, site, facts, templates } };
  }

  for (const threads of [0, 1, 3]) {
    test(`have the bytes of the main thread's, with ${threads} threads`, async () => {
      const { pool, store, places, tools } = poolOf(LAYOUTS, threads);
      for (const [place, job] of jobs.entries()) await pool.add(place, job);
      await pool.finish();
      await pool.close();
      assert.deepEqual(
        places.toSorted((a, b) => a - b),
        [...jobs.keys()],
      );
      const different = jobs.filter(
        (job) => readFileSync(store.file(job.digest), "utf8") !== renderJob(job, tools).html,
      );
      assert.deepEqual(
        different.map(({ view }) => view.path),
        [],
      );
      const links = jobs.flatMap(({ digest }) => store.find(digest)?.links ?? []);
      assert.ok(links.length > 0, "links of texts come back from the threads");
    });
  }

  test("that fail stop the run with the layout's own message", async () => {
    const layouts = join(temporaryFolder(), "layouts");
    cpSync(LAYOUTS, layouts, { recursive: true });
    writeFileSync(join(layouts, "site-map.njk"), "{{ page.misspelt }}");
    const { pool } = poolOf(layouts, 1);
    const place = jobs.findIndex(({ view }) => view.layout === "site-map");
    const job = jobs[place];
    assert.ok(job !== undefined);
    await assert.rejects(async () => {
      try {
        await pool.add(place, job);
        await pool.finish();
      } finally {
        await pool.close();
      }
    }, /site-map\.njk.*\n.*attempted to output null or undefined value/);
  });
});
