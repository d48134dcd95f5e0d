/** Tests every route against the checked-in table of who may use it, `role-matrix.txt`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROLES } from "@sophie/engine";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMetrics } from "../metrics.ts";
import { createPusher } from "../notify/pusher.ts";
import { call } from "../testing/test-calls.ts";
import { OTHER_SITE, SITE, startTestServer, type TestServer } from "../testing/test-server.ts";
import type { AppDeps, Route } from "./route.ts";
import { routesOf } from "./routes.ts";

const WHO = ["nobody", ...ROLES] as const;
const TABLE = join(import.meta.dirname, "role-matrix.txt");

let server: TestServer;
const cookies = new Map<string, string>();
beforeAll(async () => {
  server = await startTestServer({ enter: () => null });
  await signEverybodyIn();
});
afterAll(() => server.close());

async function signEverybodyIn(): Promise<void> {
  for (const role of ROLES) cookies.set(role, (await server.person(role, role)).cookie);
}

/** The list itself, so that a route that somebody adds cannot be forgotten here. */
function everyRoute(): readonly Route[] {
  const deps: AppDeps = {
    storage: server.storage,
    auth: server.auth,
    options: { metricsToken: null, trustProxy: 0 },
    pusher: createPusher({ secret: server.storage.secret, subject: () => "", allowPrivate: false }),
    mailer: null,
    log: pino({ level: "silent" }),
    metrics: createMetrics(),
    clock: { now: Date.now },
    siteOf: () => undefined,
    refreshSites: async () => {},
    settingsChanged: async () => {},
    handInTicket: async () => ({ ok: false }),
    publicUrl: () => server.url,
    isStopping: () => false,
    enter: () => null,
  };
  return routesOf(deps);
}

/** Whether a call passes the gate: what is wrong with its body is another matter. */
async function passes({ method, path }: Route, who: string): Promise<"yes" | "-"> {
  const cookie = cookies.get(who) ?? "";
  const here = path.replace(":site", SITE).replace(":version", "1");
  const response =
    method === "GET"
      ? await fetch(`${server.url}${here}`, { headers: { cookie }, redirect: "manual" })
      : await call(server.url, method, here, {}, { cookie });
  await response.arrayBuffer();
  return response.status === 401 || response.status === 403 ? "-" : "yes";
}

describe("Q17 who may use which route", () => {
  it("is what the checked-in table says, for every route there is", async () => {
    const lines = [["route", ...WHO]];
    for (const route of everyRoute()) {
      const line = [`${route.method} ${route.path}`];
      for (const who of WHO) line.push(await passes(route, who));
      if (route.path.endsWith("/sign-out")) await signEverybodyIn();
      lines.push(line);
    }
    const drawn = lines.map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(at === 0 ? 56 : 12))
        .join("")
        .trimEnd(),
    );
    expect(`${drawn.join("\n")}\n`).toBe(readFileSync(TABLE, "utf8"));
  });

  it("Q16 Q17 counts one's role on the site that the path names, whatever one is elsewhere", async () => {
    const { id, cookie } = await server.person("Both", "supervisor");
    await server.storage.saveMembership({ agent: id, site: OTHER_SITE, role: "analyst" });
    const status = async (path: string) => (await fetch(server.url + path, { headers: { cookie } })).status;
    const paths = ["knowledge", "knowledge/unknown", "contacts", "promises"];
    const at = (site: string) => Promise.all(paths.map((path) => status(`/api/sites/${site}/${path}`)));
    expect(await at(SITE)).toEqual([200, 200, 200, 200]);
    expect(await at(OTHER_SITE)).toEqual([403, 403, 403, 200]);
    expect(await at("nowhere")).toEqual([404, 404, 404, 404]);
  });
});
