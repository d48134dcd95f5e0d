/** Builds what browsers load and what is published; SOPHIE_BROWSER_ONLY and SOPHIE_LIBRARIES_ONLY leave out the other half. */
import { existsSync, rmSync } from "node:fs";
import { copyFile, cp, readdir, rm } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import { build } from "esbuild";
import esbuild from "rollup-plugin-esbuild";

const conditions = ["sophie-source", "browser", "module", "import", "default"];
const extensions = [".mjs", ".js", ".ts", ".tsx"];

const typescript = () =>
  esbuild({ target: "es2022", jsx: "automatic", jsxImportSource: "preact", tsconfig: false });

/** `import text from "./x.css?inline"`: the sheet and what it takes in, as one text, minified, as Vite and vitest understand it, too. */
const inlineCss = () => ({
  name: "inline-css",
  resolveId: (source, importer) =>
    source.endsWith(".css?inline") && importer ? resolve(importer, "..", source) : null,
  async load(id) {
    if (!id.endsWith(".css?inline")) return null;
    const file = id.slice(0, -"?inline".length);
    const built = await build({
      entryPoints: [file],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
    });
    for (const input of Object.keys(built.metafile.inputs)) this.addWatchFile(resolve(input));
    return `export default ${JSON.stringify(built.outputFiles[0].text.trim())}`;
  },
});

/** What visitors load runs on the slim stand-ins of docs/decisions/0004-slim-browser-runtime.md. */
const SLIM = {
  xstate: "engine/src/slim/xstate.ts",
  "zod/mini": "engine/src/slim/zod-mini.ts",
  minisearch: "engine/src/slim/minisearch.ts",
  "@preact/signals-core": "widget/src/slim/signals.ts",
};
const slim = () => ({
  name: "slim",
  resolveId: (source) => (Object.hasOwn(SLIM, source) ? resolve("packages", SLIM[source]) : null),
});

/** Making a schema changes nothing else, so those that no visitor's page reads (the desk's, the settings') may stay out. */
const pureSchemas = () => ({
  name: "pure-schemas",
  transform: (code, id) =>
    /engine.src.(?:domain|protocol)./.test(id)
      ? { code: code.replaceAll(/\bz\.\w+\(/g, "/* @__PURE__ */ $&"), map: null }
      : null,
});

/**
 * What refusals and close codes say in words, and to HTTP, is for servers and desks: a visitor's panel goes by the code and
 * has words of its own, in the visitor's language.
 */
const unreadSentences = () => ({
  name: "unread-sentences",
  transform: (code, id) =>
    /protocol.(?:refusal|close-codes)\.ts$/.test(id)
      ? {
          code: code
            .replaceAll(/\bsentence: "(?:[^"\\]|\\.)*",?/g, "")
            .replaceAll(/\b(?:status: \d+|causedBy: "\w+"|retry: false),/g, ""),
          map: null,
        }
      : null,
});

/** What the stand-ins say to whoever builds a machine wrong: the tests have heard it, and a visitor's page never does. */
const unsaidFaults = () => ({
  name: "unsaid-faults",
  transform: (code, id) =>
    /slim.\w+\.ts$/.test(id)
      ? { code: code.replaceAll(/Error\((?:`[^`]*`|"[^"]*")\)/g, "Error()"), map: null }
      : null,
});

/** Names change with contents; what an earlier build left behind would be measured and published with this one. */
const fresh = (dir) => ({
  name: "fresh",
  generateBundle: () => rmSync(dir, { recursive: true, force: true }),
});

/**
 * A stand-in without what is asked of it breaks the build, where rollup only warns. Files of the engine that do not end
 * up in what visitors load may ask for anything.
 */
const complete = () => {
  const missing = [];
  return {
    name: "complete",
    onLog(_level, { code, id, message }) {
      if (code !== "MISSING_EXPORT") return true;
      missing.push({ id, message });
      return false;
    },
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap(({ modules = {} }) => Object.entries(modules));
      const loaded = new Set(files.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id));
      const fault = missing.find(({ id }) => loaded.has(id));
      if (fault !== undefined) this.error(fault.message);
    },
  };
};

const browser = () => [
  complete(),
  inlineCss(),
  slim(),
  nodeResolve({ exportConditions: conditions, extensions }),
  typescript(),
  pureSchemas(),
  unreadSentences(),
  unsaidFaults(),
  terser({
    ecma: 2020,
    module: true,
    compress: { passes: 3, unsafe_arrows: true, inline: 1 },
    format: { comments: false },
  }),
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
    // One request less before the first word: the panel is in `panel.js` itself.
    preserveEntrySignatures: "allow-extension",
    plugins: [fresh("packages/widget/dist/widget"), ...browser()],
  },
];

/** Loaded on every page after consent, so it is whole in itself and shares nothing with the panel. */
const behaviour = {
  input: "packages/widget/src/entry/behaviour.ts",
  output: { file: "packages/widget/dist/widget/behaviour.js", format: "es" },
  plugins: browser(),
};

/** The detector as one file that any page can import: the demo's test box does. */
const detector = {
  input: "packages/engine/src/detector.ts",
  output: { file: "packages/engine/dist/browser/detector.js", format: "es" },
  plugins: browser(),
};

const desk = existsSync(new URL("packages/desk/rollup.config.mjs", import.meta.url))
  ? (await import("./packages/desk/rollup.config.mjs")).default
  : [];

/** What is installed beside a package stays outside of it. */
const isInstalled = (id) => !id.startsWith(".") && !isAbsolute(id);

/** What is published says under which terms, and holds nothing that an earlier build left behind. */
const published = (dir) => ({
  name: "published",
  async generateBundle() {
    const chunks = (await readdir(dir).catch(() => [])).filter((name) => /-[\w-]{8}\.js$/.test(name));
    await Promise.all(chunks.map((name) => rm(`${dir}/${name}`)));
  },
  async writeBundle() {
    await Promise.all(["LICENSE", "NOTICE"].map((name) => copyFile(name, `${dir}/${name}`)));
  },
});

/** The server brings what it serves: the script tag with its chunks, and the desk (`server/src/http/browser-files.ts`). */
const browserFiles = (dir) => ({
  name: "browser-files",
  async writeBundle() {
    await rm(dir, { recursive: true, force: true });
    for (const part of ["sophie.js", "widget"]) {
      await cp(`packages/widget/dist/${part}`, `${dir}/widget/${part}`, { recursive: true });
    }
    await cp("packages/desk/dist", `${dir}/desk`, {
      recursive: true,
      // What the type checker leaves there is nobody's page.
      filter: (file) => !/\/types$|\.tsbuildinfo$/.test(file),
    });
  },
});

const library = (input, dir, ...more) => ({
  input,
  output: { dir, format: "es", chunkFileNames: "[name]-[hash].js" },
  external: isInstalled,
  plugins: [inlineCss(), nodeResolve({ extensions }), typescript(), published(dir), ...more],
});

const libraries = [
  library(
    {
      index: "packages/engine/src/index.ts",
      detector: "packages/engine/src/detector.ts",
      testing: "packages/engine/src/testing/index.ts",
    },
    "packages/engine/dist",
  ),
  library({ index: "packages/widget/src/index.ts" }, "packages/widget/dist"),
  ...(existsSync(new URL("packages/server/src/main.ts", import.meta.url))
    ? [
        library(
          {
            main: "packages/server/src/main.ts",
            server: "packages/server/src/server.ts",
            example: "packages/server/src/example/example-store.ts",
            // A thread of its own, found by its name beside the others.
            "writing-thread": "packages/server/src/storage/sqlite/writing-thread.ts",
          },
          "packages/server/dist",
          browserFiles("packages/server/dist/browser"),
        ),
      ]
    : []),
];

export default [
  ...(process.env["SOPHIE_LIBRARIES_ONLY"] ? [] : [...widget, behaviour, detector, ...desk]),
  ...(process.env["SOPHIE_BROWSER_ONLY"] ? [] : libraries),
];
