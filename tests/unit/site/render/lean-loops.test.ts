import assert from "node:assert/strict";
import { describe, it } from "node:test";
import nunjucks from "nunjucks";
import { leanLoops } from "#site/render/lean-loops.ts";

const environment = new nunjucks.Environment(null, { autoescape: true, throwOnUndefined: true });

/** JavaScript of a template. */
function compiled(text: string): string {
  // Nunjucks hands over a list of one, where its types say one.
  const wrapper = (list: unknown) => (list as readonly { readonly template: string }[])[0]?.template ?? "";
  return nunjucks.precompileString(text, { name: "test.njk", env: environment, wrapper });
}

/** What a template prints once its loops are lean. */
function printed(text: string, data: object): string {
  const code: unknown = (new Function(leanLoops(compiled(text))) as () => unknown)(); // eslint-disable-line @typescript-eslint/no-implied-eval -- as Nunjucks does
  const src = { type: "code", obj: code } as unknown as string; // its types know text alone
  return new nunjucks.Template(src, environment, "test.njk").render(data);
}

/** Variables of `loop` that are still set. */
function kept(text: string): readonly string[] {
  return [...leanLoops(compiled(text)).matchAll(/frame\.set\("loop\.(\w+)"/g)].map(([, name = ""]) => name);
}

const DATA = { items: ["a", "b", "c"], pairs: { x: 1, y: 2 }, rows: [["a", "b"], ["c"]] };

describe("lean loops", () => {
  const cases: readonly (readonly [template: string, variables: readonly string[], html: string])[] = [
    ["{% for item in items %}{{ item }}{% endfor %}", [], "abc"],
    ["{% for item in items %}{{ loop.index }}{{ item }}{% endfor %}", ["index"], "1a2b3c"],
    ["{% for item in items %}{{ item }}{% if not loop.last %}, {% endif %}{% endfor %}", ["last"], "a, b, c"],
    [
      "{% for item in items %}{{ loop.revindex0 }}/{{ loop.length }} {% endfor %}",
      ["revindex0", "length"],
      "2/3 1/3 0/3 ",
    ],
    [
      "{% for key, value in pairs %}{{ loop.first }}{{ key }}{{ value }}{% endfor %}",
      ["first"],
      "truex1falsey2",
    ],
    ["{% for item in [] %}{{ item }}{% else %}none{% endfor %}", [], "none"],
    [
      "{% for row in rows %}{{ loop.index0 }}{% for item in row %}{{ item }}{{ loop.last }}{% endfor %}{% endfor %}",
      ["index0", "last", "index0", "last"],
      "0afalsebtrue1ctrue",
    ],
  ];
  for (const [template, variables, html] of cases) {
    it(`set ${variables.length === 0 ? "nothing" : variables.join(", ")} for ${template}`, () => {
      const sets = template.includes("key, value") ? [...variables, ...variables] : variables; // lists and maps
      assert.deepEqual([...kept(template)].sort(), [...sets].sort());
      assert.equal(printed(template, DATA), html);
    });
  }

  it("set all of it where it is handed on as a whole", () => {
    const template = "{% for item in items %}{{ loop | dump | safe }}{% endfor %}";
    assert.equal(kept(template).length, 7);
    assert.match(printed(template, DATA), /"index":1,"index0":0,"revindex":3/);
  });

  it("leave everything else of a layout as it is", () => {
    const source = compiled("{% for item in items %}{{ item }}{% endfor %}");
    const lines = source.split("\n").filter((line) => !line.startsWith('frame.set("loop.'));
    assert.equal(leanLoops(source), lines.join("\n"));
    assert.notEqual(leanLoops(source), source);
  });
});
