import type { Editorial } from "#domain/editorial.ts";
import type { Content } from "./load.ts";
import type { Finding } from "./locate.ts";
import { suggest } from "./suggest.ts";

/** Checks what one file says of another: related articles, versions, documents, parents of sections, menus. */
export function checkReferences(content: Content, editorial: Editorial): readonly Finding[] {
  return [...articleReferences(content), ...documentReferences(content), ...registerReferences(editorial), ...redirectReferences(content, editorial)];
}

function* articleReferences({ articles, broken }: Content): Generator<Finding> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const ids = new Set([...byId.keys(), ...inFolder(broken, "articles/")]);
  for (const article of articles) {
    const path = `${article.folder}/index.md`;
    for (const [index, id] of article.related.entries()) {
      const field = ["related", index];
      if (!ids.has(id)) yield { path, field, message: unknown(id, ids, "bài nào") };
      else if (id === article.id) {
        yield { path, field, message: "Bài không thể là bài liên quan của chính nó. Hãy xóa dòng này." };
      }
    }
    const original = article.translationOf;
    if (original === null) continue;
    const field = ["translationOf"];
    if (!ids.has(original)) yield { path, field, message: unknown(original, ids, "bài nào") };
    else if (original === article.id || (byId.get(original)?.translationOf ?? null) !== null) {
      yield { path, field, message: `"${original}" cũng là bản dịch. Hãy ghi bài gốc.` };
    }
  }
}

function* documentReferences({ documents, broken }: Content): Generator<Finding> {
  const slugs = new Set([...documents.map(({ slug }) => slug), ...inFolder(broken, "documents/")]);
  for (const document of documents) {
    for (const [index, relation] of document.relations.entries()) {
      if (slugs.has(relation.document)) continue;
      yield {
        path: `${document.folder}/index.md`,
        field: ["relations", index, "document"],
        message: unknown(relation.document, slugs, "văn bản nào"),
      };
    }
  }
}

/** Names of pieces that could not be read this time: `2022/07/x`. */
function inFolder(folders: readonly string[], prefix: string): readonly string[] {
  return folders.filter((folder) => folder.startsWith(prefix)).map((folder) => folder.slice(prefix.length));
}

function* registerReferences(editorial: Editorial): Generator<Finding> {
  const registers = { sections: editorial.sections, units: editorial.units, places: editorial.places };
  for (const [name, register] of Object.entries(registers)) {
    for (const { key, parent } of register.values()) {
      if (parent === null) continue;
      const at = { path: `_data/${name}.yml`, field: [key, "parent"] };
      if (!register.has(parent)) yield { ...at, message: unknown(parent, register.keys(), "mục nào") };
      else if (isCycle(key, register)) {
        yield { ...at, message: `"${key}" không thể nằm dưới chính nó.` };
      } else if (name === "sections" && (register.get(parent)?.parent ?? null) !== null) {
        yield { ...at, message: `Chuyên mục chỉ có hai cấp; "${parent}" đã là chuyên mục con.` };
      }
    }
  }
  for (const { key, place } of editorial.units.values()) {
    if (place === null || editorial.places.has(place)) continue;
    const message = unknown(place, editorial.places.keys(), "địa bàn nào");
    yield { path: "_data/units.yml", field: [key, "place"], message };
  }
  for (const [group, items] of Object.entries(editorial.menus)) {
    for (const [index, item] of items.entries()) {
      for (const [inner, { link }] of [item, ...item.children].entries()) {
        const key = /^section:(.*)$/.exec(link)?.[1];
        if (key === undefined || editorial.sections.has(key)) continue;
        const at = inner === 0 ? [] : ["children", inner - 1];
        yield {
          path: "_data/menus.yml",
          field: [group, index, ...at, "link"],
          message: unknown(key, editorial.sections.keys(), "chuyên mục nào"),
        };
      }
    }
  }
}

/** Whether following `parent` from an entry comes back to it. */
function isCycle(key: string, register: ReadonlyMap<string, { readonly parent: string | null }>): boolean {
  const above = new Set<string>();
  for (let at = register.get(key)?.parent ?? null; at !== null; at = register.get(at)?.parent ?? null) {
    if (at === key) return true;
    if (above.has(at)) return false;
    above.add(at);
  }
  return false;
}

/** An old address may lead to one piece only. */
function* redirectReferences(content: Content, editorial: Editorial): Generator<Finding> {
  const pieces = [...content.articles, ...content.notices, ...content.documents, ...content.texts];
  const claims = [
    ...pieces.flatMap(({ folder, redirectFrom }) =>
      redirectFrom.map((from, index) => ({
        from,
        path: `${folder}/index.md`,
        field: ["redirectFrom", index],
      })),
    ),
    ...editorial.redirects.map(({ from }, index) => ({
      from,
      path: "_data/redirects.yml",
      field: [index, "from"],
    })),
  ];
  const owners = new Map<string, string>();
  for (const { from, path, field } of claims) {
    const owner = owners.get(from);
    if (owner === undefined) owners.set(from, path);
    else {
      const message = `Địa chỉ cũ "${from}" đã được dùng ở ${owner}. Mỗi địa chỉ cũ chỉ dẫn tới một nơi.`;
      yield { path, field, message };
    }
  }
}

function unknown(value: string, known: Iterable<string>, noun: string): string {
  const near = suggest(value, known);
  return `"${value}" không trỏ tới ${noun}.${near === null ? "" : ` Có phải "${near}"?`}`;
}
