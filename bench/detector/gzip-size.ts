/** How much of a module a browser would load: bundled, minified, gzipped. */
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** `source` is what a page would import, as a line of code; `extra` is data that comes with it. */
export async function gzipSize(source: string, extra = ""): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    conditions: ["sophie-source"],
    external: ["fs", "path", "http", "https", "url", "stream", "zlib", "util", "events", "os", "readline"],
    logLevel: "silent",
  });
  return gzipSync(outputFiles[0]!.text + extra, { level: 9 }).length;
}
