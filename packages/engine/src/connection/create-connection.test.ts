/** The line to the server: it comes back, it notices death, and it delivers what it was given. */
import { describe, expect, it } from "vitest";
import type { SendId } from "../domain/id.ts";
import { CLOSE } from "../protocol/close-codes.ts";
import { LIMITS } from "../protocol/limits.ts";
import { refusal } from "../protocol/refusal.ts";
import { ToVisitor } from "../protocol/server-message.ts";
import { aWelcome } from "../testing/builders.ts";
import { MemoryOutboxStore } from "../testing/memory-outbox-store.ts";
import { type ServerEnd, SocketPair } from "../testing/socket-pair.ts";
import { VirtualClock } from "../testing/virtual-clock.ts";
import { createConnection, type LineState } from "./create-connection.ts";
import type { OpenSocketPort } from "./socket.ts";

interface Note {
  readonly type: "note";
  readonly id: SendId;
  readonly text?: string;
}

type Heard = { readonly type: string; readonly id?: string };

const note = (id: string): Note => ({ type: "note", id: id as SendId });

/** A connection and the other end of it. The server welcomes everybody unless the test says otherwise. */
function aLine(more: { random?: number; openSocket?: (pair: SocketPair) => OpenSocketPort } = {}) {
  const pair = new SocketPair();
  const clock = new VirtualClock();
  const store = new MemoryOutboxStore<Note>();
  const states: LineState[] = [];
  const messages: string[] = [];
  const answers: string[] = [];
  const frames: string[] = [];
  const heard: Heard[] = [];
  const servers: ServerEnd[] = [];
  const behaviour = { welcomes: true, pongs: true, accepts: true };

  pair.onConnection = (server) => {
    servers.push(server);
    server.onFrame = (frame) => {
      frames.push(frame);
      const parsed = JSON.parse(frame) as Heard | Heard[];
      for (const message of [parsed].flat()) {
        heard.push(message);
        if (message.type === "visitor-hello" && behaviour.welcomes) server.send(JSON.stringify(aWelcome()));
        if (message.type === "ping" && behaviour.pongs) server.send('{"type":"pong"}');
        if (message.type === "note" && behaviour.accepts) {
          server.send(JSON.stringify({ type: "accepted", id: message.id, seq: 1 }));
        }
      }
    };
  };
  const connection = createConnection<ToVisitor, Note>({
    openSocket: more.openSocket?.(pair) ?? pair.openSocket,
    clock,
    random: () => more.random ?? 0.5,
    schema: ToVisitor,
    welcome: "visitor-welcome",
    hello: () => ({ type: "visitor-hello" }),
    store,
    onMessage: ({ type }) => messages.push(type),
    onState: (state) => states.push(state),
    onAnswer: ({ id }, answer) => answers.push(`${id} ${answer.ok ? "accepted" : answer.refusal.code}`),
  });
  /** Moves time on in small steps, delivering what is due. */
  const pass = (ms: number) => {
    for (let left = ms; left > 0; left -= 100) {
      clock.advance(Math.min(100, left));
      pair.flush();
    }
  };
  return {
    pair,
    clock,
    store,
    states,
    messages,
    answers,
    frames,
    heard,
    servers,
    behaviour,
    connection,
    pass,
    names: () => states.map(({ state }) => state),
    notes: () => heard.filter(({ type }) => type === "note").map(({ id }) => id),
    online: () => {
      connection.start();
      pair.flush();
    },
    server: () => servers.at(-1) as ServerEnd,
  };
}

describe("coming and going", () => {
  it("P5 says hello first, and is online only after the welcome", () => {
    const line = aLine();
    line.behaviour.welcomes = false;
    line.online();
    expect(line.heard).toEqual([{ type: "visitor-hello" }]);
    expect(line.connection.state.state).toBe("connecting");
    line.server().send(JSON.stringify(aWelcome()));
    line.pair.flush();
    expect(line.names()).toEqual(["connecting", "online"]);
  });

  it("P21 a lost line comes back after a wait, and says when", () => {
    const line = aLine();
    line.online();
    line.pair.drop();
    expect(line.connection.state).toEqual({ state: "waiting", nextTryAt: line.clock.now() + 250 });
    line.pass(300);
    expect(line.names()).toEqual(["connecting", "online", "waiting", "connecting", "online"]);
  });

  it("P21 waits longer after every failure, up to the cap", () => {
    const line = aLine();
    line.pair.isRefusing = true;
    line.online();
    const waits: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      const { state } = line.connection;
      if (state.state !== "waiting") throw new Error(`expected to wait, was ${state.state}`);
      waits.push(state.nextTryAt - line.clock.now());
      line.clock.advance(state.nextTryAt - line.clock.now());
      line.pair.flush();
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  it("P21 a line that held for ten seconds starts its backoff afresh, one that breaks at once does not", () => {
    const line = aLine();
    line.online();
    line.pair.drop();
    line.pass(300);
    line.pair.drop();
    expect(line.connection.state).toMatchObject({ nextTryAt: line.clock.now() + 500 });
    line.pass(10_600);
    line.pair.drop();
    expect(line.connection.state).toMatchObject({ nextTryAt: line.clock.now() + 250 });
  });

  it("P21 tries at once when it is told to", () => {
    const line = aLine({ random: 0.99 });
    line.online();
    line.pair.drop();
    line.connection.retry();
    line.pair.flush();
    expect(line.connection.state.state).toBe("online");
  });

  it("P5 gives up on a server that never welcomes, and tries again", () => {
    const line = aLine();
    line.behaviour.welcomes = false;
    line.online();
    line.pass(10_000);
    expect(line.names()).toEqual(["connecting", "waiting"]);
    line.behaviour.welcomes = true;
    line.pass(500);
    expect(line.connection.state.state).toBe("online");
  });

  it("a socket that cannot even be tried counts as a lost line", () => {
    let failures = 2;
    const line = aLine({
      openSocket: (pair) => (events) => {
        if (failures === 0) return pair.openSocket(events);
        failures -= 1;
        events.closed(1006);
        return { send: () => {}, close: () => {} };
      },
    });
    line.online();
    expect(line.connection.state.state).toBe("waiting");
    line.pass(1_000);
    expect(line.connection.state.state).toBe("online");
  });

  it("after stop nothing is left running, and start begins again", () => {
    const line = aLine();
    line.online();
    line.connection.stop();
    line.pair.flush();
    expect(line.connection.state).toEqual({ state: "idle" });
    expect(line.clock.pending).toBe(0);
    line.online();
    expect(line.connection.state.state).toBe("online");
  });
});

describe("close codes", () => {
  const cases = Object.entries(CLOSE).map(([name, { code, retry }]) => ({ name, code, retry }));

  it.each(cases.filter(({ retry }) => retry === "never"))(
    "P25 $name ($code) stops it for good",
    ({ code }) => {
      const line = aLine();
      line.online();
      line.server().close(code);
      line.pair.flush();
      line.pass(120_000);
      expect(line.connection.state).toEqual({ state: "stopped", code });
      expect(line.servers).toHaveLength(1);
    },
  );

  it.each(cases.filter(({ retry }) => retry === "later"))(
    "P25 after $name ($code) it comes back",
    ({ code }) => {
      const line = aLine();
      line.online();
      line.server().close(code);
      line.pair.flush();
      expect(line.connection.state.state).toBe("waiting");
      line.pass(500);
      expect(line.connection.state.state).toBe("online");
    },
  );

  it("P25 a code that nobody knows means a lost line", () => {
    const line = aLine();
    line.online();
    line.server().close(4_999);
    line.pair.flush();
    line.pass(500);
    expect(line.connection.state.state).toBe("online");
  });

  it("P25 it can be started again after it was stopped, with another identity", () => {
    const line = aLine();
    line.online();
    line.server().close(CLOSE.tokenExpired.code);
    line.pair.flush();
    line.online();
    expect(line.connection.state.state).toBe("online");
  });
});

describe("the heartbeat", () => {
  it("P22 asks after fifteen quiet seconds, and an answer keeps the line", () => {
    const line = aLine();
    line.online();
    line.pass(120_000);
    expect(line.names()).toEqual(["connecting", "online"]);
    expect(line.heard.filter(({ type }) => type === "ping").length).toBe(8);
  });

  it("P22 any frame counts as life: a busy line is never asked", () => {
    const line = aLine();
    line.online();
    for (let second = 0; second < 60; second += 1) {
      line.server().send('{"type":"pong"}');
      line.pass(1_000);
    }
    expect(line.heard.filter(({ type }) => type === "ping")).toEqual([]);
  });

  it("P22 Q4 a half-open line is noticed within 30 s", () => {
    const line = aLine();
    line.online();
    line.pair.freeze();
    const frozenAt = line.clock.now();
    while (line.connection.state.state === "online") line.pass(100);
    expect(line.connection.state.state).toBe("waiting");
    expect(line.clock.now() - frozenAt).toBeLessThan(30_000);
    line.pass(1_000);
    expect(line.connection.state.state).toBe("online");
  });

  it("P22 a late word from a line that was given up is not listened to", () => {
    const late: (() => void)[] = [];
    const line = aLine({
      openSocket: (pair) => (events) => {
        late.push(() => {
          events.frame(JSON.stringify({ type: "entries", conversation: "c1", entries: [] }));
          events.closed(CLOSE.signedOut.code);
        });
        return pair.openSocket(events);
      },
    });
    line.online();
    line.pair.freeze();
    line.pass(24_000);
    expect(line.connection.state.state).toBe("online");
    line.messages.length = 0;
    late[0]?.();
    expect(line.messages).toEqual([]);
    expect(line.connection.state.state).toBe("online");
  });
});

describe("the outbox", () => {
  it("P7 what is written offline is sent in order under the same ids when the line is there", () => {
    const line = aLine();
    for (const id of ["a", "b", "c"]) line.connection.request(note(id));
    line.online();
    expect(line.notes()).toEqual(["a", "b", "c"]);
    expect(line.answers).toEqual(["a accepted", "b accepted", "c accepted"]);
    expect(line.store.items()).toEqual([]);
  });

  it("P7 what was not answered when the line broke is sent again, what was answered is not", () => {
    const line = aLine();
    line.online();
    line.connection.request(note("a"));
    line.pair.flush();
    line.behaviour.accepts = false;
    line.connection.request(note("b"));
    line.connection.request(note("c"));
    line.pair.flush();
    line.pair.drop();
    line.behaviour.accepts = true;
    line.pass(500);
    expect(line.notes()).toEqual(["a", "b", "c", "b", "c"]);
    expect(line.answers).toEqual(["a accepted", "b accepted", "c accepted"]);
  });

  it("P10 a refusal for good is passed on, once, and not sent again", () => {
    const line = aLine();
    line.behaviour.accepts = false;
    line.online();
    line.connection.request(note("a"));
    const refused = JSON.stringify({ type: "refused", id: "a", refusal: refusal("text_empty") });
    line.server().send(refused);
    line.server().send(refused);
    line.pair.flush();
    expect(line.answers).toEqual(["a text_empty"]);
    expect(line.store.items()).toEqual([]);
  });

  it("P10 a refusal that asks for patience is not passed on: the line rests and sends it again", () => {
    const line = aLine();
    line.behaviour.accepts = false;
    line.online();
    line.connection.request(note("a"));
    line.server().send(JSON.stringify({ type: "refused", id: "a", refusal: refusal("rate_limited") }));
    line.pair.flush();
    expect(line.answers).toEqual([]);
    expect(line.connection.state.state).toBe("waiting");
    line.behaviour.accepts = true;
    line.pass(500);
    expect(line.notes()).toEqual(["a", "a"]);
    expect(line.answers).toEqual(["a accepted"]);
  });

  it("P1 P2 a long outbox goes out in few frames, each within the limits", () => {
    const line = aLine();
    for (let index = 0; index < 600; index += 1) {
      line.connection.request({ ...note(`n${index}`), text: "é".repeat(index % 90) });
    }
    line.online();
    const flushed = line.frames.slice(1);
    expect(flushed.length).toBeLessThan(10);
    for (const frame of flushed) {
      expect(new TextEncoder().encode(frame).length).toBeLessThanOrEqual(LIMITS.frameBytes);
      expect((JSON.parse(frame) as unknown[]).length).toBeLessThanOrEqual(LIMITS.frameMessages);
    }
    expect(line.notes()).toEqual(Array.from({ length: 600 }, (_, index) => `n${index}`));
  });

  it("what nobody answers is lost while there is no line, not kept", () => {
    const line = aLine();
    line.connection.tell({ type: "set-typing" });
    line.online();
    line.connection.tell({ type: "set-typing" });
    line.pair.flush();
    expect(line.heard.map(({ type }) => type)).toEqual(["visitor-hello", "set-typing"]);
  });
});

it("P1 a frame of a busy server is read whole, however many messages it holds", () => {
  const line = aLine();
  line.online();
  line.messages.length = 0;
  line.server().send(`[${Array.from({ length: 1_000 }, () => '{"type":"pong"}').join(",")}]`);
  line.pair.flush();
  expect(line.messages).toHaveLength(1_000);
});

it("P4 what a newer server says and this client does not know is passed over", () => {
  const line = aLine();
  line.online();
  line.messages.length = 0;
  line.server().send('{"type":"confetti","colour":"red"}');
  line.server().send("not json at all");
  line.server().send('[{"type":"confetti"},{"type":"pong"}]');
  line.pair.flush();
  expect(line.messages).toEqual(["pong"]);
  expect(line.connection.state.state).toBe("online");
});
