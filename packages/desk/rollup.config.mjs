/** Builds the desk into `dist/`: the script and the detector that the settings page fetches, one style sheet, the fonts, the page that names them, and the worker that runs without one. */
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import { build } from "esbuild";
import esbuild from "rollup-plugin-esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");
const dist = join(here, "dist");

/** What is served as it is. */
const PLAIN_FILES = ["index.html", "icon.svg", "icon-192.png", "manifest.webmanifest"];

/** @returns {import("rollup").Plugin} */
function deskPage() {
  return {
    name: "desk-page",
    /** Names change with contents; what an earlier build left behind would be served and published with this one. */
    async generateBundle() {
      const chunks = (await readdir(dist).catch(() => [])).filter((name) => /-[\w-]{8}\.js$/.test(name));
      await Promise.all(chunks.map((name) => rm(join(dist, name))));
    },
    async writeBundle() {
      await mkdir(dist, { recursive: true });
      await Promise.all([
        ...PLAIN_FILES.map((file) => copyFile(join(source, file), join(dist, file))),
        build({
          entryPoints: [join(source, "styles/desk.css")],
          outdir: dist,
          bundle: true,
          minify: true,
          loader: { ".woff2": "file" },
          assetNames: "[name]",
          logLevel: "warning",
        }),
      ]);
    },
  };
}

/** Packages warn about their own insides; only what is ours can be mended here. */
function onLog(level, log, handle) {
  const files = [log.id, ...(log.ids ?? [])].filter((file) => file !== undefined);
  if (files.length > 0 && files.every((file) => file.includes("node_modules"))) return;
  handle(level, log);
}

const plugins = () => [
  nodeResolve({
    browser: true,
    exportConditions: ["sophie-source", "module", "browser", "default"],
    extensions: [".mjs", ".js", ".ts", ".tsx"],
  }),
  esbuild({ target: "es2022", jsx: "automatic", jsxImportSource: "preact", tsconfig: false }),
  terser({ module: true, ecma: 2020, compress: { passes: 2 } }),
];

/** @type {import("rollup").RollupOptions[]} */
export const desk = [
  {
    input: join(source, "main.tsx"),
    onLog,
    output: { dir: dist, entryFileNames: "desk.js", chunkFileNames: "[name]-[hash].js", format: "es" },
    plugins: [...plugins(), deskPage()],
  },
  {
    // Runs without a page, and under the name that browsers know it by.
    input: join(source, "worker/service-worker.ts"),
    onLog,
    output: { file: join(dist, "service-worker.js"), format: "iife" },
    plugins: plugins(),
  },
];

export default desk;
