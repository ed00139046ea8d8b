import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules", "_site", ".cache", "tests/fixtures"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }],
      eqeqeq: "error",
    },
  },
  {
    files: ["scripts/lib/domain/**/*.ts", "scripts/lib/content/**/*.ts", "scripts/lib/site/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Rendering has no clock: take `now` as a parameter." },
        { object: "Math", property: "random", message: "Two builds of one input give identical bytes." },
      ],
    },
  },
  { files: ["**/*.js"], ...tseslint.configs.disableTypeChecked },
  {
    files: ["tests/**/*.ts"],
    rules: {
      "max-lines": "off",
      // node:test returns promises that its own runner awaits.
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          allowForKnownSafeCalls: [
            { from: "package", package: "node:test", name: ["test", "it", "describe", "suite"] },
          ],
        },
      ],
    },
  },
);
