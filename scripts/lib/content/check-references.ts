import type { Editorial } from "#domain/editorial.ts";
import type { Content } from "./load.ts";
import type { Finding } from "./locate.ts";
import { suggest } from "./suggest.ts";

/** Checks what one file says of another: related articles, versions, documents, parents of sections, menus. */
export function checkReferences(content: Content, editorial: Editorial): readonly Finding[] {
  return [...articleReferences(content), ...documentReferences(content), ...registerReferences(editorial), ...redirectReferences(content)];
}

function* articleReferences({ articles }: Content): Generator<Finding> {
  const ids = new Set(articles.map(({ id }) => id));
  for (const article of articles) {
    const path = `${article.folder}/index.md`;
    for (const [index, id] of article.related.entries()) {
      if (!ids.has(id)) yield { path, field: ["related", index], message: unknown(id, ids, "bài nào") };
      else if (id === article.id) yield { path, field: ["related", index], message: "Bài không thể là bài liên quan của chính nó." };
    }
    const original = article.translationOf;
    if (original !== null && !ids.has(original)) {
      yield { path, field: ["translationOf"], message: unknown(original, ids, "bài nào") };
    }
  }
}

function* documentReferences({ documents }: Content): Generator<Finding> {
  const slugs = new Set(documents.map(({ slug }) => slug));
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

function* registerReferences(editorial: Editorial): Generator<Finding> {
  const registers = { sections: editorial.sections, units: editorial.units, places: editorial.places };
  for (const [name, register] of Object.entries(registers)) {
    for (const { key, parent } of register.values()) {
      if (parent === null || (register.has(parent) && parent !== key)) continue;
      yield { path: `_data/${name}.yml`, field: [key, "parent"], message: unknown(parent, register.keys(), "mục nào") };
    }
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

/** An old address may lead to one piece only. */
function* redirectReferences(content: Content): Generator<Finding> {
  const owners = new Map<string, string>();
  for (const item of [...content.articles, ...content.notices, ...content.documents, ...content.texts]) {
    const path = `${item.folder}/index.md`;
    for (const [index, from] of item.redirectFrom.entries()) {
      const owner = owners.get(from);
      if (owner === undefined) owners.set(from, path);
      else yield { path, field: ["redirectFrom", index], message: `Địa chỉ cũ "${from}" đã được dùng ở ${owner}. Mỗi địa chỉ cũ chỉ dẫn tới một bài.` };
    }
  }
}

function unknown(value: string, known: Iterable<string>, noun: string): string {
  const near = suggest(value, known);
  return `"${value}" không trỏ tới ${noun}.${near === null ? "" : ` Có phải "${near}"?`}`;
}
