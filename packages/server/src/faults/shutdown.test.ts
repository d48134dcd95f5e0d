/** Stopping under load, readers that do not keep up and sockets whose other end has gone: nobody else notices. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLOSE, type ConversationId, LIMITS, type SendId } from "@sophie/engine";
import { describe, expect, it } from "vitest";
import { openStorage } from "../storage/open-storage.ts";
import { PAGE_ORIGIN, startTestServer, type TestServer } from "../testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket } from "../testing/test-socket.ts";

const VISITORS = 12;

interface Sender {
  readonly socket: TestSocket;
  readonly conversation: ConversationId;
  /** Ids in the order in which they were accepted. */
  readonly accepted: readonly SendId[];
}

/** Sends and sends, several at a time, until the socket is closed. */
async function sendingVisitor(server: TestServer): Promise<Sender> {
  const socket = await server.visitor();
  const conversation = newConversationId();
  const accepted: SendId[] = [];
  const say = () => socket.send({ type: "send-message", id: newSendId(), conversation, text: "Hallo" });
  socket.socket.on("message", (data: Buffer) => {
    const heard = [JSON.parse(data.toString())].flat() as { type: string; id: SendId }[];
    for (const { id } of heard.filter(({ type }) => type === "accepted")) {
      accepted.push(id);
      if (socket.socket.readyState === socket.socket.OPEN) say();
    }
  });
  for (let ahead = 0; ahead < 4; ahead += 1) say();
  return { socket, conversation, accepted };
}

const UPGRADE =
  "HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
  "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==";

/** The status line with which an upgrade to a visitor's socket is answered. */
async function upgradeStatus(server: TestServer): Promise<string> {
  const line = connect(server.port, "127.0.0.1");
  line.write(`GET /sockets/visitor/main ${UPGRADE}\r\nOrigin: ${PAGE_ORIGIN}\r\n\r\n`);
  const [head] = (await once(line, "data")) as [Buffer];
  line.destroy();
  return head.toString().split("\r\n")[0] ?? "";
}

/** How many sockets the server says it has closed with this code. */
async function closedWith(server: TestServer, code: number): Promise<number> {
  const figures = await (await fetch(`${server.url}/metrics`)).text();
  return Number(new RegExp(`sophie_sockets_closed_total\\{code="${code}"\\} (\\d+)`).exec(figures)?.[1] ?? 0);
}

describe("stopping", () => {
  it("Q1 under load keeps all it acknowledged, closes with 1012, refuses newcomers with 503, and ends in time", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sophie-stop-"));
    const file = join(folder, "sophie.db");
    const server = await startTestServer({ environment: { SOPHIE_DATABASE_FILE: file } });
    const senders = await Promise.all(Array.from({ length: VISITORS }, () => sendingVisitor(server)));
    await expect.poll(() => senders.every(({ accepted }) => accepted.length > 50)).toBe(true);

    const startedAt = performance.now();
    const stopping = server.close();
    const newcomer = await upgradeStatus(server);
    await stopping;
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(newcomer).toBe("HTTP/1.1 503 Service Unavailable");
    const codes = await Promise.all(senders.map(async ({ socket }) => (await socket.closed).code));
    expect(new Set(codes)).toEqual(new Set([CLOSE.goingAway.code]));

    const { storage } = await openStorage({ url: null, file, now: Date.now });
    for (const { conversation, accepted } of senders) {
      const log = await storage.entriesSince(conversation, 0, 100_000);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_entry, index) => index + 1));
      const stored = log.map((entry) => (entry.kind === "message" ? entry.id : null));
      expect(stored.slice(0, accepted.length)).toEqual(accepted);
    }
    await storage.close();
    await rm(folder, { recursive: true, force: true });
  });
});

describe("stopping while somebody will not let go", () => {
  it.each([
    ["was refused and keeps its end open", `GET /nowhere ${UPGRADE}\r\n\r\n`, true],
    ["never ends its request", "GET / HTTP/1.1\r\nHost: localhost\r\n", false],
  ])("Q1 ends in time though a peer %s", async (_who, request, isAnswered) => {
    const server = await startTestServer({ environment: { SOPHIE_SHUTDOWN_MS: "1000" } });
    const peer = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
    peer.on("error", () => {});
    await once(peer, "connect");
    peer.write(request);
    if (isAnswered) await once(peer, "data");
    // Answered in turn, so what the peer wrote has been read.
    await fetch(`${server.url}/metrics`);
    const startedAt = performance.now();
    await server.close();
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    peer.destroy();
  });
});

describe("a peer that was refused", () => {
  it("Q20 holds no line, though it keeps its end open", async () => {
    const server = await startTestServer();
    const peer = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
    const closed = new Promise((resolve) => peer.once("close", resolve));
    peer.on("error", () => {});
    peer.on("data", () => {});
    peer.write(`GET /nowhere ${UPGRADE}\r\n\r\n`);
    await once(peer, "end");
    // Whoever writes to a line that has been cut is told so.
    const knocking = setInterval(() => peer.write("Hallo?"), 20);
    await closed;
    clearInterval(knocking);
    expect(peer.destroyed).toBe(true);
    await server.close();
  });
});

describe("a reader that does not keep up", () => {
  it("Q1 is closed with 4008, and gets the rest when it comes back; the others go on undisturbed", async () => {
    const server = await startTestServer();
    const writer = await server.visitor();
    const conversation = newConversationId();
    const say = (text: string) => writer.ask({ type: "send-message", id: newSendId(), conversation, text });
    await say("Hallo");
    const { token } = await writer.next("visitor-welcome");
    const slow = await server.visitor(undefined, { token, resume: { conversation, since: 0 } });
    await slow.next("entries");
    slow.socket.pause();

    let said = 1;
    const long = "x".repeat(LIMITS.textChars);
    while ((await closedWith(server, CLOSE.tooSlow.code)) === 0) {
      await Promise.all(Array.from({ length: 50 }, () => say(long)));
      said += 50;
    }
    slow.socket.resume();
    expect(await slow.closed).toEqual({ code: CLOSE.tooSlow.code, reason: CLOSE.tooSlow.sentence });
    const since = slow.entriesOf(conversation).at(-1)?.seq ?? 0;
    expect(since).toBeLessThan(said);

    const back = await server.visitor(undefined, { token, resume: { conversation, since } });
    await expect.poll(() => back.entriesOf(conversation).at(-1)?.seq).toBe(said);
    expect(back.entriesOf(conversation)[0]?.seq).toBe(since + 1);
    expect(await say("En nog iets")).toBe("accepted");
    await server.close();
  });
});

describe("a socket whose other end has gone", () => {
  it("Q4 is ended by the heartbeat; one that answers is not", async () => {
    const server = await startTestServer({ heartbeatMs: 60 });
    const alive = await server.visitor();
    const dead = await server.visitor();
    // It reads nothing any more, and so answers no ping; the line itself stays open.
    dead.socket.pause();
    await expect.poll(() => closedWith(server, CLOSE.silent.code), { timeout: 5_000 }).toBe(1);
    dead.socket.resume();
    expect([CLOSE.silent.code, 1006]).toContain((await dead.closed).code);
    const conversation = newConversationId();
    expect(await alive.ask({ type: "send-message", id: newSendId(), conversation, text: "Nog hier" })).toBe(
      "accepted",
    );
    await server.close();
  });
});
