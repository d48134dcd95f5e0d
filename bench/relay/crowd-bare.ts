/** Visitors and agents of the bare relay, and of the Socket.IO one, which speak to plain WebSockets too. */
import { WebSocket } from "ws";
import { AGENTS, type Crowd, TEXT, VISITORS } from "./scenario.ts";

interface Framing {
  address(port: number, name: string): string;
  /** What has to be said before the first message; null if nothing. */
  readonly greeting: string | null;
  wrap(message: object): string;
  /** Null for what is no message. */
  unwrap(frame: string): { to: string; from: string; text: string } | null;
}

export const BARE: Framing = {
  address: (port, name) => `ws://127.0.0.1:${port}/?name=${name}`,
  greeting: null,
  wrap: (message) => JSON.stringify(message),
  unwrap: (frame) => JSON.parse(frame) as { to: string; from: string; text: string },
};

/** Engine.IO 4 over a plain WebSocket: `40` opens, `42` is an event. Its own client would only make it slower. */
export const SOCKET_IO: Framing = {
  address: (port, name) => `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket&name=${name}`,
  greeting: "40",
  wrap: (message) => `42${JSON.stringify(["m", message])}`,
  unwrap: (frame) =>
    frame.startsWith("42")
      ? (JSON.parse(frame.slice(2)) as [string, { to: string; from: string; text: string }])[1]
      : null,
};

export async function plainCrowd(port: number, framing: Framing): Promise<Crowd> {
  let roundTrips = 0;
  let isRunning = false;
  const agents = await Promise.all(
    Array.from({ length: AGENTS }, (_, index) => join(port, framing, `a${index}`)),
  );
  const visitors = await Promise.all(
    Array.from({ length: VISITORS }, (_, index) => join(port, framing, `v${index}`)),
  );
  agents.forEach((socket, index) => {
    socket.on("message", (data) => {
      const message = framing.unwrap((data as Buffer).toString());
      if (message !== null) socket.send(framing.wrap({ to: message.from, from: `a${index}`, text: TEXT }));
    });
  });
  const say = (index: number) =>
    visitors[index]?.send(framing.wrap({ to: `a${index % AGENTS}`, from: `v${index}`, text: TEXT }));
  visitors.forEach((socket, index) => {
    socket.on("message", (data) => {
      if (framing.unwrap((data as Buffer).toString()) === null) return;
      roundTrips += 1;
      if (isRunning) say(index);
    });
  });
  return {
    get roundTrips() {
      return roundTrips;
    },
    start() {
      isRunning = true;
      visitors.forEach((_socket, index) => say(index));
    },
    async stop() {
      isRunning = false;
      await Promise.all([...agents, ...visitors].map(leave));
    },
  };
}

async function join(port: number, framing: Framing, name: string): Promise<WebSocket> {
  const socket = new WebSocket(framing.address(port, name), { perMessageDeflate: false });
  await new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("open", resolve);
  });
  if (framing.greeting !== null) {
    const welcomed = new Promise<void>((resolve) => {
      socket.on("message", (data) => {
        const frame = (data as Buffer).toString();
        if (frame.startsWith("40")) resolve();
        if (frame === "2") socket.send("3");
      });
    });
    socket.send(framing.greeting);
    await welcomed;
  }
  return socket;
}

export function leave(socket: WebSocket): Promise<unknown> {
  const gone = new Promise((resolve) => socket.once("close", resolve));
  socket.terminate();
  return gone;
}
