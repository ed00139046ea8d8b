/** The package ships no types. */
declare module "markdown-it-footnote" {
  const footnotes: (markdown: InstanceType<typeof import("markdown-it").default>) => void;
  export default footnotes;
}
