/** Where the built files for browsers lie, and how they are served. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import type { BrowserFiles, Env } from "./route.ts";

/**
 * A name with a hash of the content in it, such as `panel-B1x9_k2Q.js`, never means anything else. A hash without a
 * capital or a digit looks like a word, and is then asked for again each time.
 */
const HASHED_NAME = /-(?=[^./]*[A-Z0-9])[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

/** Beside the sources in the repository; beside the compiled server in the package. */
export function findBrowserFiles(): BrowserFiles {
  return { widget: folderOf("widget"), desk: folderOf("desk") };
}

function folderOf(part: "widget" | "desk"): string {
  const packaged = join(import.meta.dirname, "browser", part);
  return existsSync(packaged) ? packaged : join(import.meta.dirname, "../../..", part, "dist");
}

/** Serves `folder`; what is not in it falls through. `strip` is taken from the front of the path. */
export function filesOf(folder: string, strip = ""): readonly MiddlewareHandler<Env>[] {
  let serve: MiddlewareHandler<Env> | undefined;
  return [
    compress(),
    etag(),
    (context, next) => {
      // Not built yet is no reason to refuse to start: the rest of the server works, and building needs no restart.
      if (serve === undefined && existsSync(folder)) serve = serveFolder(folder, strip);
      return serve === undefined ? next() : serve(context, next);
    },
  ];
}

function serveFolder(root: string, strip: string): MiddlewareHandler<Env> {
  return serveStatic<Env>({
    root,
    rewriteRequestPath: (path) => path.slice(strip.length),
    onFound: (path, context) => {
      context.header(
        "cache-control",
        HASHED_NAME.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
}
