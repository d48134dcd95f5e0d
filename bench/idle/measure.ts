/** What an idle visitor costs: the memory of the server process with 5,000 connections, less what it had without. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { PROTOCOL_VERSION } from "@sophie/engine";
import { WebSocket } from "ws";

const CONNECTIONS = 5_000;
/** Opened at once; more would only queue in the kernel. */
const AT_ONCE = 100;

export interface IdleFigure {
  readonly name: string;
  /** Resident memory, after a collection, per connection. */
  readonly kilobytes: number;
}

export async function measureIdle(): Promise<readonly IdleFigure[]> {
  return [
    { name: "bare ws", kilobytes: await measure("../relay/bare-server.ts", openBare) },
    { name: "Sophie, greeted visitors", kilobytes: await measure("../relay/sophie-server.ts", openGreeted) },
  ];
}

async function measure(
  file: string,
  open: (port: number, index: number) => Promise<WebSocket>,
): Promise<number> {
  const child = fork(new URL(file, import.meta.url), {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    execArgv: [...process.execArgv, "--expose-gc"],
  });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  const said = JSON.parse(line.toString()) as number | { port: number };
  const port = typeof said === "number" ? said : said.port;
  const before = await memoryOf(child);
  const sockets: WebSocket[] = [];
  while (sockets.length < CONNECTIONS) {
    const opening = Array.from({ length: AT_ONCE }, (_, index) => open(port, sockets.length + index));
    sockets.push(...(await Promise.all(opening)));
  }
  const after = await memoryOf(child);
  for (const socket of sockets) socket.terminate();
  child.disconnect();
  child.kill();
  await once(child, "exit");
  return (after - before) / CONNECTIONS / 1024;
}

async function openBare(port: number, index: number): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/?name=${index}`, { perMessageDeflate: false });
  await once(socket, "open");
  return socket;
}

async function openGreeted(port: number): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sockets/visitor/main`, {
    headers: { origin: "http://bench.example" },
    perMessageDeflate: false,
  });
  await once(socket, "open");
  const hello = {
    type: "visitor-hello",
    protocol: PROTOCOL_VERSION,
    token: null,
    language: "nl",
    resume: null,
  };
  socket.send(JSON.stringify(hello));
  await once(socket, "message");
  return socket;
}

async function memoryOf(child: ChildProcess): Promise<number> {
  child.send("memory");
  const [bytes] = (await once(child, "message")) as [number];
  return bytes;
}
