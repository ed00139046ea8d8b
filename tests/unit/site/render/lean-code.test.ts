import assert from "node:assert/strict";
import { describe, it } from "node:test";
import nunjucks from "nunjucks";
import { leanCode } from "#site/render/lean-code.ts";
import { leanRuntime, type Runtime } from "#site/render/lean-runtime.ts";

const environment = new nunjucks.Environment(null, { autoescape: true, throwOnUndefined: true });

/** JavaScript of a template. */
function compiled(text: string): string {
  // Nunjucks hands over a list of one, where its types say one.
  const wrapper = (list: unknown) => (list as readonly { readonly template: string }[])[0]?.template ?? "";
  return nunjucks.precompileString(text, { name: "test.njk", env: environment, wrapper });
}

/** What a template prints once it is lean. */
function printed(text: string, data: object): string {
  const { macroOf, printed } = leanRuntime((nunjucks as unknown as { readonly runtime: Runtime }).runtime); // left out of its types
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- as Nunjucks does
  const run = new Function("macroOf", "printed", leanCode(compiled(text))) as (
    ...parts: readonly unknown[]
  ) => unknown;
  const code = run(macroOf, printed);
  const src = { type: "code", obj: code } as unknown as string; // its types know text alone
  return new nunjucks.Template(src, environment, "test.njk").render(data);
}

/** Variables of `loop` that are still set. */
function kept(text: string): readonly string[] {
  return [...leanCode(compiled(text)).matchAll(/frame\.set\("loop\.(\w+)"/g)].map(([, name = ""]) => name);
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
});

/** What a template prints as Nunjucks compiles it. */
function printedByNunjucks(text: string, data: object): string {
  return new nunjucks.Template(text, environment, "test.njk").render(data);
}

const VIEW = {
  card: {
    title: "A & B",
    section: { label: "Tin", url: "/tin/" },
    picture: null,
    tags: ["x", "y"],
    count: 0,
  },
  cards: [{ title: "một" }, { title: "hai" }],
  title: "ngoài",
  texts: ["", "Đúng", "a & b", '"', "'", "<", ">", "\\", "`", 0, 1.5, true, ["a", "<"]],
};

describe("lean code prints what Nunjucks prints", () => {
  for (const template of [
    "{{ card.title }} {{ card.section.url }} {{ card.tags.length }} {{ card.count }}",
    "{% if card.picture %}a{% elif card.picture.sources %}b{% else %}c{% endif %}",
    "{{ card.nothing.at.all or 'none' }} {{ 'yes' if card.section.label == 'Tin' else 'no' }}",
    "{{ (card.nothing or card.section).label }}",
    "{% for card in cards %}{{ card.title }}{{ title }}{% for tag in ['x'] %}{{ tag }}{{ card.title }}{% endfor %}{% endfor %}",
    "{% set item = card %}{{ item.title }}{% for one in cards %}{% set item = one %}{{ item.title }}{% endfor %}{{ item.title }}",
    "{% macro m(card, level) %}{{ card.title }}{{ level }}{% endmacro %}{{ m(card, 2) }}{{ m(cards[1], 3) }}",
    "{% macro m(card, style='tile', level=3) %}{{ card.title }}{{ style }}{{ level }}{% endmacro %}{{ m(card) }}{{ m(card, 'row') }}{{ m(card, 'row', 2) }}{{ m(card, level=4) }}{{ m(card, 'row', level=4) }}",
    "{% macro m(a, b) %}{{ a }}{{ b or '-' }}{% endmacro %}{{ m(1) }}{{ m(b=2, a=1) }}{{ m(1, b=2) }}{{ m(1, 2, 3) }}",
    "{% macro inner(title) %}<{{ title }}>{% endmacro %}{% macro outer(title) %}{{ inner(title) }}{{ inner('b') }}{{ title }}{% endmacro %}{{ outer('a') }}",
    "{% macro box(title) %}{{ title }}: {{ caller() }}{% endmacro %}{% call box('a') %}{{ card.title }}{% endcall %}",
    "{{ card.tags.join('-') }} {{ card.title.toUpperCase() }}",
    "{% for text in texts %}[{{ text }}][{{ text | safe }}]{% endfor %}",
    "{{ card.title | upper }} {{ card.tags | join(', ') }} {{ card['title'] }}",
  ]) {
    it(template, () => {
      assert.equal(printed(template, VIEW), printedByNunjucks(template, VIEW));
    });
  }

  it("refuses what is undefined, too", () => {
    for (const template of [
      "{{ card.nothing }}",
      "{{ nothing.title }}",
      "{{ card.nothing() }}",
      "{{ nothing() }}",
    ]) {
      const message = messageOf(() => printedByNunjucks(template, VIEW));
      assert.match(message, /undefined|null/);
      assert.equal(
        messageOf(() => printed(template, VIEW)),
        message,
      );
    }
  });
});

describe("lean code", () => {
  it("reads fields where they are named", () => {
    assert.doesNotMatch(
      leanCode(compiled("{{ card.section.label }}{% if card.a.b %}{% endif %}")),
      /memberLookup/,
    );
  });

  it("does not set parameters and loop variables that are not looked up", () => {
    const template =
      "{% macro m(card) %}{% for tag in card.tags %}{{ tag }}{% endfor %}{% endmacro %}{{ m(item) }}";
    assert.deepEqual(leanCode(compiled(template)).match(/frame\.set\("(?!caller)\w+"/g), null);
  });
});

/** First line of what something throws, without the place in the template's name. */
function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "nothing thrown";
}
