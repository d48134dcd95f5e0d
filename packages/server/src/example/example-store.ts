/**
 * Fills a store with an example before a server opens it: people, and conversations that happened a while ago. Every
 * step goes through the server's own commands, so that nothing can be in an example that could not be in earnest.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { type Role, type SiteId } from "@sophie/engine";
import { detector } from "@sophie/engine/detector";
import { pino } from "pino";
import { keepClocks } from "../commands/keep-clocks.ts";
import { Openings } from "../commands/openings.ts";
import { Turns } from "../commands/turns.ts";
import type { Credentials } from "../auth/accounts.ts";
import { openAuth } from "../auth/auth.ts";
import type { AgentActor, World } from "../commands/world.ts";
import { openStorage } from "../storage/open-storage.ts";
import { settledSite } from "../storage/settled-site.ts";
import type { SiteRecord } from "../storage/storage.ts";
import type { ExampleConversation } from "./example-conversation.ts";
import { playConversation, type PlaySetting } from "./play-conversation.ts";

export type { ExampleConversation, ExampleStep } from "./example-conversation.ts";

export interface ExampleStore {
  /** Makes somebody who works for the site, known by `name` in the steps. Answers with how to sign in. */
  addPerson(name: string, role: Role): Promise<Credentials>;
  /** Throws if a step is refused: then the example is wrong. */
  play(conversation: ExampleConversation): Promise<void>;
  close(): Promise<void>;
}

/** `file` is a SQLite file that no server has open. */
export async function openExampleStore(file: string, site: SiteRecord): Promise<ExampleStore> {
  const clock = { at: Date.now() };
  const now = () => clock.at;
  const { storage, authDatabase } = await openStorage({ url: null, file, now });
  const log = pino({ level: "silent" });
  const auth = await openAuth({ storage, database: authDatabase, publicUrl: "http://localhost", log, now });
  await storage.saveSite(site);

  const settled = settledSite(site);
  const people = new Map<string, AgentActor>();
  const siteOf: World["siteOf"] = (id) => (id === site.config.id ? settled : undefined);
  const world: World = {
    storage: keepClocks(storage, siteOf),
    detector,
    siteOf,
    workerName: async (agent) => [...people.values()].find(({ id }) => id === agent)?.name ?? null,
    workersAt: async () => [...people.values()].map(({ id, name }) => ({ id, name })),
    presentAt: () => [],
    isVisitorHere: () => false,
    isLooking: () => false,
    mailAfterMs: null,
    now,
    openings: new Openings(),
    turns: new Turns(),
    newId: randomUUID,
  };
  const setting: PlaySetting = { world, site: site.config.id, people, clock, openedAt: clock.at };

  return {
    async addPerson(name, role) {
      const credentials = {
        email: `${name.toLowerCase()}@example.org`,
        password: randomBytes(24).toString("base64url"),
      };
      const id = await auth.accounts.create({ name, ...credentials });
      if (id === null)
        throw new Error(`The store holds ${credentials.email} already: give the example a new file.`);
      await storage.saveMembership({ agent: id, site: site.config.id, role });
      people.set(name, { id, name, roles: new Map<SiteId, Role>([[site.config.id, role]]) });
      return credentials;
    },
    play: (conversation) => playConversation(setting, conversation),
    close: () => storage.close(),
  };
}
