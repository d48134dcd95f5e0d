/** Builds what browsers load; without SOPHIE_BROWSER_ONLY also what is published. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import { transform } from "esbuild";
import esbuild from "rollup-plugin-esbuild";

const conditions = ["sophie-source", "browser", "module", "import", "default"];
const extensions = [".mjs", ".js", ".ts", ".tsx"];

const typescript = () =>
  esbuild({ target: "es2022", jsx: "automatic", jsxImportSource: "preact", tsconfig: false });

/** `import text from "./x.css?inline"`: the sheet as text, minified, as Vite and vitest understand it, too. */
const inlineCss = () => ({
  name: "inline-css",
  resolveId: (source, importer) =>
    source.endsWith(".css?inline") && importer ? resolve(importer, "..", source) : null,
  async load(id) {
    if (!id.endsWith(".css?inline")) return null;
    const file = id.slice(0, -"?inline".length);
    this.addWatchFile(file);
    const { code } = await transform(await readFile(file, "utf8"), { loader: "css", minify: true });
    return `export default ${JSON.stringify(code.trim())}`;
  },
});

const browser = () => [
  inlineCss(),
  nodeResolve({ exportConditions: conditions, extensions }),
  typescript(),
  terser({ ecma: 2020, module: true, compress: { passes: 2 }, format: { comments: false } }),
];

const widget = [
  {
    input: "packages/widget/src/entry/script.ts",
    output: { file: "packages/widget/dist/sophie.js", format: "iife" },
    plugins: browser(),
  },
  {
    input: { panel: "packages/widget/src/entry/panel.ts" },
    output: {
      dir: "packages/widget/dist/widget",
      format: "es",
      chunkFileNames: "[name]-[hash].js",
      hoistTransitiveImports: false,
    },
    plugins: browser(),
  },
];

const desk = existsSync(new URL("packages/desk/rollup.config.mjs", import.meta.url))
  ? (await import("./packages/desk/rollup.config.mjs")).default
  : [];

/** What is installed beside a package stays outside of it. */
const isInstalled = (id) => !id.startsWith(".") && !isAbsolute(id);

const library = (input, dir) => ({
  input,
  output: { dir, format: "es", chunkFileNames: "[name]-[hash].js" },
  external: isInstalled,
  plugins: [inlineCss(), nodeResolve({ extensions }), typescript()],
});

const libraries = [
  library(
    { index: "packages/engine/src/index.ts", testing: "packages/engine/src/testing/index.ts" },
    "packages/engine/dist",
  ),
  library({ index: "packages/widget/src/index.ts" }, "packages/widget/dist"),
  ...(existsSync(new URL("packages/server/src/main.ts", import.meta.url))
    ? [library({ main: "packages/server/src/main.ts" }, "packages/server/dist")]
    : []),
];

export default process.env["SOPHIE_BROWSER_ONLY"] ? [...widget, ...desk] : [...widget, ...desk, ...libraries];
