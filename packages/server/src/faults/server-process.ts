/** A server in a process of its own, as a test holds it: where it listens, the lines into it, and the way to kill it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { AGENT_HELLO, TestSocket, VISITOR_HELLO } from "../testing/test-socket.ts";
import type { Listening } from "./serve-until-killed.ts";

const ENTRY = new URL("serve-until-killed.ts", import.meta.url);
const PAGE_ORIGIN = "https://site.example";

export interface ServerProcess extends Listening {
  /** A visitor's socket, greeted. */
  visitor(hello?: object): Promise<TestSocket>;
  /** A desk's socket, greeted. */
  desk(name: keyof Listening["cookies"]): Promise<TestSocket>;
  /** kill -9. */
  kill(): Promise<void>;
}

export interface ServerPlace {
  /** PostgreSQL, or null for the file. */
  readonly url: string | null;
  readonly file: string;
  /** A folder where compiled code is kept from one start to the next. */
  readonly compileCache: string;
  /** Of an earlier process on the same database. */
  readonly cookies?: Listening["cookies"];
}

export async function startServerProcess({
  url,
  file,
  compileCache,
  cookies,
}: ServerPlace): Promise<ServerProcess> {
  const child = spawn(process.execPath, ["--conditions=sophie-source", ENTRY.pathname], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      NODE_COMPILE_CACHE: compileCache,
      SOPHIE_PORT: "0",
      SOPHIE_DATABASE_FILE: file,
      SOPHIE_DATABASE_URL: url ?? "",
      SOPHIE_ALLOWED_ORIGINS: PAGE_ORIGIN,
      SOPHIE_SITE_LANGUAGE: "nl",
      SOPHIE_TEST_COOKIES: cookies === undefined ? "" : JSON.stringify(cookies),
    },
  });
  const listening = await firstLine(child);
  const sockets = listening.url.replace("http", "ws");
  return {
    ...listening,
    async visitor(hello = {}) {
      const socket = new TestSocket(`${sockets}/sockets/visitor/main`, { origin: PAGE_ORIGIN });
      await socket.opened();
      socket.send({ ...VISITOR_HELLO, ...hello });
      await socket.next("visitor-welcome");
      return socket;
    },
    async desk(name) {
      const headers = { origin: listening.url, cookie: listening.cookies[name] };
      const socket = new TestSocket(`${sockets}/sockets/agent`, headers);
      await socket.opened();
      socket.send(AGENT_HELLO);
      await socket.next("agent-welcome");
      return socket;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "close");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function firstLine(child: ChildProcess): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let printed = "";
    let complaints = "";
    child.stderr?.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("\n")) resolve(JSON.parse(printed) as Listening);
    });
    child.once("close", () => reject(new Error(`The server ended by itself: ${complaints}`)));
  });
}
