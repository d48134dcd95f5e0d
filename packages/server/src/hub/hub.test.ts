/** Who is told what, where a lost answer or a crowd could leave somebody without it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AgentId, type Role, SendId, SiteId } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStorage } from "../storage/open-storage.ts";
import { ANNOUNCEMENT_BYTES_MAX } from "../storage/postgres/notices.ts";
import type { Storage } from "../storage/storage.ts";
import { changing, handoffOf, madeOf, message, newConversation } from "../storage/testing/builders.ts";
import { Hub } from "./hub.ts";
import type { PresentAgent } from "./presence.ts";

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sophie-hub-"));
  ({ storage } = await openStorage({ url: null, file: join(folder, "sophie.db"), now: Date.now }));
});
afterAll(async () => {
  await storage.close();
  await rm(folder, { recursive: true, force: true });
});

const onFault = (what: string, error: unknown) => {
  throw new Error(what, { cause: error });
};

function agentNamed(name: string, sites: readonly SiteId[]): PresentAgent {
  const roles = new Map(sites.map((site): [SiteId, Role] => [site, "agent"]));
  return { id: AgentId.parse(name), name, roles };
}

it("Q1 Q2 a repeated send tells everyone here what they missed when the answer to the first was lost", async () => {
  const hub = new Hub({ storage, process: "here", now: Date.now, onFault });
  const conversation = newConversation();
  const handoff = handoffOf(conversation);
  const request = changing(conversation, { entries: [message("m1")], handoff }, "m1");
  const [seen, atDesk]: [string[], string[]] = [[], []];
  const view = { conversation, audience: "visitor", since: 0 } as const;
  const watch = hub.watch({ send: (frame) => seen.push(frame), roomAgain: () => null }, view);
  const desk = { sites: new Set([handoff.site]), send: (frame: string) => void atDesk.push(frame) };
  const ana = agentNamed("ana", []);
  hub.openDesk(desk, ana);

  madeOf(await storage.change(request));
  hub.tell(await storage.change(request));
  await expect.poll(() => seen.join()).toContain(SendId.parse("m1"));
  await expect.poll(() => atDesk.join()).toContain('"type":"handoff-changed"');
  expect(atDesk.join()).toContain('"type":"conversation-changed"');
  hub.unwatch(watch);
  hub.closeDesk(desk, ana);
  hub.close();
});

it("who is there reaches the other processes however many they are and wherever they work", async () => {
  const announced: string[] = [];
  let listener = (_text: string): void => {};
  const onLine: Storage = {
    ...storage,
    announce: async (text) => void announced.push(text),
    onAnnouncement(heard) {
      listener = heard;
      return () => {};
    },
  };
  const here = new Hub({ storage: onLine, process: "here", now: Date.now, onFault });
  const there = new Hub({ storage: onLine, process: "there", now: Date.now, onFault });
  const sites = Array.from({ length: 150 }, (_, index) => SiteId.parse(`${"s".repeat(70)}-${index}`));
  const crowd = Array.from({ length: 60 }, (_, index) => agentNamed(`agent-${index}`, sites.slice(0, 3)));
  const [first, last] = [sites.slice(0, 1), sites.slice(-1)];
  const desks = [agentNamed("everywhere", sites), ...crowd].map((agent) => {
    const desk = { sites: new Set(sites), send: () => {} };
    here.openDesk(desk, agent);
    return { desk, agent };
  });
  for (const text of announced) listener(text);
  for (const text of announced) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(ANNOUNCEMENT_BYTES_MAX);
  expect(there.agentsAt(first)).toHaveLength(61);
  expect(there.agentsAt(last).map(({ name }) => name)).toEqual(["everywhere"]);

  announced.length = 0;
  for (const { desk, agent } of desks) here.closeDesk(desk, agent);
  for (const text of announced) listener(text);
  expect(there.agentsAt(first)).toEqual([]);
  here.close();
  there.close();
});
