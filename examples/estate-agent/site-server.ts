/** The estate agent's own web server: another origin than Sophie's, with a policy as strict as a careful owner's. */
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

const FOLDER = join(import.meta.dirname, "site");
/** Built by `npm run build:browser`: the detector as one file. */
const DETECTOR = join(import.meta.dirname, "../../packages/engine/dist/browser");
/** What the pages' script tag says; another address of Sophie is put in its place. */
const USUAL_SOPHIE = "http://127.0.0.1:7420";

export interface SiteServer {
  readonly url: string;
  close(): Promise<void>;
}

/** `sophie` is the origin of the server behind the widget. */
export async function startSite(port: number, host: string, sophie: () => string): Promise<SiteServer> {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headersFor(sophie()))) context.header(name, value);
  });
  const page = (path: string) =>
    readFileSync(join(FOLDER, `${path}.html`), "utf8").replaceAll(USUAL_SOPHIE, sophie());
  for (const path of ["hypotheek", "contact", "detector", ...OBJECTS.map((name) => `objecten/${name}`)]) {
    app.get(`/${path}`, (context) => context.html(page(path)));
  }
  app.get("/", (context) => context.html(page("index")));
  app.get("/detector.js", serveStatic({ root: DETECTOR }));
  app.get("/:file{.+\\.(?:css|js)}", serveStatic({ root: FOLDER }));
  app.get("/beeld/*", serveStatic({ root: FOLDER }));
  app.notFound((context) => context.html(page("404"), 404));

  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The site listens nowhere.");
  return {
    url: `http://${host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const OBJECTS = ["dorpstraat-15", "kerkplein-3", "havenkade-8"] as const;

/** What the widget needs of a page with a strict policy, and nothing beyond: its own origin, for scripts and talk. */
function headersFor(sophie: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": [
      "default-src 'none'",
      `script-src 'self' ${sophie}`,
      "style-src 'self'",
      "img-src 'self'",
      `connect-src ${sophie} ${sophie.replace(/^http/, "ws")}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ].join("; "),
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
  };
}
