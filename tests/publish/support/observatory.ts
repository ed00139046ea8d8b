import { existsSync, mkdirSync, writeFileSync } from "node:fs";

/** Parts of MDN HTTP Observatory that are used here; it ships no types. */
interface Observatory {
  readonly retriever: {
    retrieve(host: string, options: { httpPort: number; httpsPort: number; path: string }): Promise<unknown>;
  };
  readonly constants: {
    readonly ALL_TESTS: readonly ((retrieved: unknown) => { result: string; pass: boolean })[];
  };
  readonly grader: {
    getScoreModifier(result: string): number;
    getGradeForScore(score: number): { grade: string; score: number };
  };
}

// Child process of observatory.test.ts, started with the test's certificate as an extra authority:
// prints {grade, score, failed} of MDN HTTP Observatory for https://localhost:<port><path>.
const [folder = "", httpPort, httpsPort, path = "/"] = process.argv.slice(2);
// Its installer would download the list of preloaded hosts; localhost is on no such list.
mkdirSync(`${folder}/conf`, { recursive: true });
if (!existsSync(`${folder}/conf/hsts-preload.json`)) writeFileSync(`${folder}/conf/hsts-preload.json`, "{}");
const load = (file: string) => import(`${folder}/src/${file}`) as Promise<unknown>;
const [retriever, constants, grader] = await Promise.all(
  ["retriever/retriever.js", "constants.js", "grader/grader.js"].map(load),
);
// The casts name what those three files export.
const observatory = { retriever, constants, grader } as Observatory;
const options = { httpPort: Number(httpPort), httpsPort: Number(httpsPort), path };
const retrieved = await observatory.retriever.retrieve("localhost", options);
const results = observatory.constants.ALL_TESTS.map((run) => run(retrieved));
const score = results.reduce((sum, { result }) => sum + observatory.grader.getScoreModifier(result), 100);
const failed = results.filter(({ pass }) => !pass).map(({ result }) => result);
console.log(
  JSON.stringify({
    ...observatory.grader.getGradeForScore(score),
    results: results.map(({ result }) => result),
    failed,
  }),
);
