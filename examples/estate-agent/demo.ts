/** The demo, composed: an example store, the server on it, and the estate agent's site on another origin. */
import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { SiteId } from "@sophie/engine";
import { readOptions, startServer } from "@sophie/server";
import { openExampleStore } from "@sophie/server/example";
import { pino } from "pino";
import { CONVERSATIONS } from "./conversations.ts";
import { KNOWLEDGE } from "./knowledge.ts";
import { type Credentials, createOneTimeLinks } from "./one-time-links.ts";
import { type SiteServer, startSite } from "./site-server.ts";

const HOST = "127.0.0.1";
const SITE = SiteId.parse("demo");

export interface DemoSetting {
  /** 0 for any. */
  readonly serverPort: number;
  readonly sitePort: number;
  /** Emptied first: a demo begins the same way each time. */
  readonly databaseFile: string;
  readonly logLevel: string;
}

export interface Demo {
  readonly site: string;
  readonly server: string;
  readonly metrics: string;
  /** Signs in once, as this person. */
  deskLink(name: PersonName): string;
  close(): Promise<void>;
}

const PEOPLE = { Ana: "agent", Ben: "agent", Chris: "admin" } as const;
export type PersonName = keyof typeof PEOPLE;

export async function startDemo(setting: DemoSetting): Promise<Demo> {
  let server = "";
  const site = await startSite(setting.sitePort, HOST, () => server);
  try {
    const people = await fillStore(setting.databaseFile, site);
    const links = createOneTimeLinks();
    const running = await startServer(optionsFor(setting, site), {
      log: pino({ level: setting.logLevel }),
      enter: links.take,
    });
    server = running.url;
    return {
      site: site.url,
      server,
      metrics: `${server}/metrics`,
      deskLink: (name) => `${server}/desk/#enter=${links.make(people[name])}`,
      async close() {
        await Promise.all([site.close(), running.close()]);
      },
    };
  } catch (error) {
    await site.close();
    throw error;
  }
}

async function fillStore(file: string, site: SiteServer): Promise<Readonly<Record<PersonName, Credentials>>> {
  for (const part of ["", "-wal", "-shm"]) rmSync(`${file}${part}`, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  const store = await openExampleStore(file, {
    config: {
      id: SITE,
      name: "Makelaardij Van Leeuwen",
      language: "nl",
      accent: "#2f5d50",
      roleNouns: ["makelaar", "taxateur"],
      productNouns: ["bezichtiging", "kijkmoment"],
      triggers: [
        { id: "verkopen", name: "Wil verkopen", phrase: "huis verkopen", language: "nl", inflected: true },
        { id: "klacht", name: "Klacht", phrase: "klacht", language: "nl", inflected: true },
      ],
      afterClose: "reopen",
      knowledge: [...KNOWLEDGE],
    },
    origins: [site.url],
  });
  try {
    const people = {
      Ana: await store.addPerson("Ana", PEOPLE.Ana),
      Ben: await store.addPerson("Ben", PEOPLE.Ben),
      Chris: await store.addPerson("Chris", PEOPLE.Chris),
    };
    for (const conversation of CONVERSATIONS) await store.play(conversation);
    return people;
  } finally {
    await store.close();
  }
}

function optionsFor({ serverPort, databaseFile, logLevel }: DemoSetting, site: SiteServer) {
  const read = readOptions({
    SOPHIE_HOST: HOST,
    SOPHIE_PORT: String(serverPort),
    SOPHIE_DATABASE_FILE: databaseFile,
    SOPHIE_SITE_ID: SITE,
    SOPHIE_ALLOWED_ORIGINS: site.url,
    SOPHIE_LOG_LEVEL: logLevel,
  });
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return read.options;
}
