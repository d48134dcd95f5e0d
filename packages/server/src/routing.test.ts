/** Routing as people at their desks and on the site live through it, through a real server on real sockets. */
import {
  DEFAULT_HANDOFF_SETTINGS,
  type Destination,
  type Handoff,
  type RequestHandoff,
  type ToAgent,
} from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "./testing/test-calls.ts";
import { SITE, startTestServer, type TestPerson, type TestServer } from "./testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket } from "./testing/test-socket.ts";

let server: TestServer;
let ana: TestPerson;
let ben: TestPerson;
let ada: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  ana = await server.person("Ana", "agent");
  ben = await server.person("Ben", "agent");
  ada = await server.person("Ada", "admin");
});
afterAll(() => server.close());

type Changed = Extract<ToAgent, { type: "handoff-changed" }>;

const toGeneral = (more: Partial<Destination>): Destination => ({
  ...(DEFAULT_HANDOFF_SETTINGS.otherwise as Destination),
  ...more,
});
const NEXT = toGeneral({ assign: { kind: "next_available" } });

async function asking(trigger: RequestHandoff["trigger"] = "human_request") {
  const visitor = await server.visitor();
  const conversation = newConversationId();
  const asked = { trigger, source: "button", message: null } as const;
  expect(await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...asked })).toBe(
    "accepted",
  );
  return { visitor, conversation };
}

/** The first that a desk hears of it that fits. */
async function heardAt(
  desk: TestSocket,
  { conversation }: { readonly conversation: string },
  fits: (handoff: Handoff) => boolean = () => true,
): Promise<Handoff> {
  const { handoff } = await desk.until(
    (heard): heard is Changed =>
      heard.type === "handoff-changed" && heard.handoff.conversation === conversation && fits(heard.handoff),
    "the handoff",
  );
  return handoff;
}

const end = (...sockets: readonly TestSocket[]) => Promise.all(sockets.map((socket) => socket.close()));

describe("who gets it", () => {
  it("S9 F17 of two at their desks one has it at once, both see it, and the visitor reads that somebody comes", async () => {
    await server.settle({ otherwise: NEXT });
    const desks = [await ana.desk(), await ben.desk()] as const;
    const start = Date.now();
    const asked = await asking();
    const seen = await Promise.all(desks.map((desk) => heardAt(desk, asked)));
    expect(Date.now() - start).toBeLessThan(1_000);
    expect(seen.map(({ status }) => status)).toEqual(["assigned", "assigned"]);
    expect(new Set(seen.map(({ assignee }) => assignee?.name)).size).toBe(1);
    const told = await asked.visitor.until(
      (heard) => heard.type === "entries" && heard.entries.some(({ kind }) => kind === "notice"),
    );
    expect(JSON.stringify(told)).toContain('"notice":"available"');
    const other = await heardAt(desks[0], await asking());
    expect(other.assignee?.name).not.toBe(seen[0]?.assignee?.name);
    await end(...desks, asked.visitor);
  });

  it("S24 what waits is given to whoever comes to a desk, without anybody doing anything", async () => {
    await server.settle({ otherwise: NEXT });
    const asked = await asking();
    expect((await server.storage.stateOf(asked.conversation))?.handoff?.status).toBe("pending");
    const cas = await server.person("Cas", "agent");
    const desk = await cas.desk();
    const given = await heardAt(desk, asked, ({ status }) => status === "assigned");
    expect(given.assignee).toEqual({ id: cas.id, name: "Cas" });
    await end(desk, asked.visitor);
  });

  it("S11 with mode none no desk hears of it, then or when it is opened, and the bot goes on", async () => {
    await server.settle({ otherwise: toGeneral({ mode: "none" }) });
    const desk = await ana.desk();
    const quiet = await asking("demo_request");
    await server.settle({ otherwise: toGeneral({}) });
    const loud = await asking("demo_request");
    await heardAt(desk, loud);
    const later = await ben.desk();
    const hears = (socket: TestSocket) =>
      JSON.stringify(
        socket.heard.filter(({ type }) => type === "handoff-changed" || type === "agent-welcome"),
      ).includes(`"conversation":"${quiet.conversation}"`);
    expect([hears(desk), hears(later)]).toEqual([false, false]);
    const state = await server.storage.stateOf(quiet.conversation);
    expect(state?.handoff).toMatchObject({ mode: "none", status: "pending" });
    const text = "Ik help u graag verder.";
    const { conversation } = quiet;
    expect(await quiet.visitor.ask({ type: "send-reply", id: newSendId(), conversation, text })).toBe(
      "accepted",
    );
    // Whoever looks at the conversations of the bot may still step in, and then everybody hears.
    expect(await desk.ask({ type: "take-over", id: newSendId(), conversation })).toBe("accepted");
    expect(await heardAt(later, quiet)).toMatchObject({ status: "in_progress", mode: "live" });
    await end(desk, later, quiet.visitor, loud.visitor);
  });
});

describe("pausing", () => {
  it("S5 R13 an admin pauses the bot: who talks to it gets people at once, and unpausing takes nothing back", async () => {
    await server.settle({ otherwise: toGeneral({}) });
    const desk = await ana.desk();
    const visitor = await server.visitor();
    const conversation = newConversationId();
    await visitor.ask({ type: "send-message", id: newSendId(), conversation, text: "Goedemiddag" });
    const pausing = async (paused: boolean) => {
      const settings = { ...(await server.storage.settings(SITE)), paused };
      const path = `/api/sites/${SITE}/handoff-settings`;
      const saved = await call(server.url, "PUT", path, { settings }, { cookie: ada.cookie });
      expect(saved.status).toBe(200);
    };
    await pausing(true);
    const reply = { type: "send-reply", conversation, text: "Waarmee kan ik helpen?" } as const;
    expect(await visitor.ask({ ...reply, id: newSendId() })).toBe("bot_silenced");
    expect(await heardAt(desk, { conversation })).toMatchObject({ trigger: "bot_paused", status: "pending" });
    await visitor.until(
      (heard) =>
        heard.type === "entries" &&
        heard.entries.some((entry) => entry.kind === "control" && entry.to === "human_pending"),
    );
    await pausing(false);
    expect(await visitor.ask({ ...reply, id: newSendId() })).toBe("bot_silenced");
    await end(desk, visitor);
  });
});
