/** A node of schema.org data: `@type`, mostly `@id`, and properties; absent ones are left out. */
export type JsonLdNode = Readonly<Record<string, unknown>>;
