/** Tests the command `sophie`, as a process of its own where signals and exit codes matter. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { post } from "../testing/test-calls.ts";
import { runCommand } from "./run-command.ts";

const MAIN = join(import.meta.dirname, "../main.ts");
const folder = mkdtempSync(join(tmpdir(), "sophie-cli-"));
const running = new Set<ChildProcess>();
afterEach(() => running.forEach((child) => child.kill("SIGKILL")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The real command in a process of its own. Its TMPDIR is elsewhere, so that the test's folder is not a temporary one. */
function sophie(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ["--conditions=sophie-source", MAIN, ...words], {
    env: { PATH: process.env["PATH"] ?? "", TMPDIR: homedir(), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (data: Buffer) => (said.out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (said.err += data.toString()));
  const ended = once(child, "exit").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return {
    said,
    ended,
    /** The reader of its output goes away, as in `sophie help | head -1`. */
    stopReading: () => child.stdout.destroy(),
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** The first match in what it prints. */
    async until(pattern: RegExp): Promise<string> {
      for (;;) {
        const match = pattern.exec(said.out);
        if (match !== null) return match[0];
        const more = await Promise.race([once(child.stdout, "data"), ended.then(() => null)]);
        if (more === null && !pattern.test(said.out)) throw new Error(`It ended: ${said.out}${said.err}`);
      }
    },
  };
}

const HOME = homedir() === tmpdir() ? {} : { TMPDIR: homedir() };
const IN_EARNEST = {
  ...HOME,
  SOPHIE_HOST: "127.0.0.1",
  SOPHIE_PORT: "0",
  SOPHIE_DATABASE_FILE: join(folder, "sophie.db"),
  SOPHIE_ALLOWED_ORIGINS: "https://www.example.org",
};

describe("sophie serve", () => {
  it("ends quietly when whoever reads its output has had enough", async () => {
    const help = sophie(["help"]);
    help.stopReading();
    expect([await help.ended, help.said.err]).toEqual([0, ""]);
  });

  it("prints a link for the first admin once, never into the log, and stops in order at SIGTERM", async () => {
    const first = sophie(["serve"], IN_EARNEST);
    const link = await first.until(/http:\S+#join=\S+/);
    const [desk = "", secret = ""] = link.split("/desk/#join=");
    const logged = first.said.out.split("\n").filter((line) => line.startsWith("{"));
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join("\n")).not.toContain(secret);

    const chris = { name: "Chris", email: "chris@example.org", password: "een lang wachtwoord" };
    expect((await post(desk, "/api/join", { secret, ...chris })).status).toBe(200);
    first.kill("SIGTERM");
    expect(await first.ended).toBe(0);

    const second = sophie(["serve"], IN_EARNEST);
    await second.until(/Sophie listens on/);
    second.kill("SIGINT");
    expect(await second.ended).toBe(0);
    expect(second.said.out).not.toContain("#join=");
  });

  it("has no example in it", async () => {
    const server = sophie(["serve"], { ...IN_EARNEST, SOPHIE_DATABASE_FILE: join(folder, "empty.db") });
    const desk = (await server.until(/http:\S+(?=\/desk\/)/)).trim();
    expect((await post(desk, "/api/enter", { secret: "x" })).status).toBe(404);
    server.kill("SIGTERM");
    expect(await server.ended).toBe(0);
  });

  it("refuses what is unsafe, in a sentence for each, without touching the store", async () => {
    const server = sophie(["serve"], { SOPHIE_PUBLIC_URL: "http://chat.example.org" });
    expect(await server.ended).toBe(2);
    expect(server.said.err).toContain("Sophie does not start: SOPHIE_PUBLIC_URL is http://chat.example.org");
    expect(server.said.err).toContain("Sophie does not start: SOPHIE_ALLOWED_ORIGINS is not set");
  });

  it("says in a sentence that the port is taken", async () => {
    const first = sophie(["serve"], IN_EARNEST);
    const port = (await first.until(/(?<=listens on 127\.0\.0\.1:)\d+/)).trim();
    const second = sophie(["serve", "--port", port], IN_EARNEST);
    expect(await second.ended).toBe(1);
    expect(second.said.err).toContain(port);
    expect(second.said.err).not.toMatch(/^\s+at /m);
  });
});

async function run(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  piped: readonly string[] | null = null,
) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await runCommand(words, {
    environment,
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
    lines: () => (piped === null ? null : Readable.from(piped)),
  });
  return { code, printed: printed.join("\n"), complained: complained.join("\n") };
}

describe("the command line", () => {
  it("knows its commands, and says so of others", async () => {
    expect((await run(["help"])).printed).toContain("SOPHIE_PORT");
    expect((await run([])).printed).toContain("sophie serve");
    expect((await run(["version"])).printed).toMatch(/^Sophie \d+\.\d+\.\d+ on Node \d+/);
    expect(await run(["sreve"])).toMatchObject({ code: 2, complained: expect.stringContaining('"sreve"') });
    expect((await run(["toString"])).code).toBe(2);
  });

  it("names the nearest flag to one that does not exist", async () => {
    const { code, complained } = await run(["serve", "--prot", "1"]);
    expect(code).toBe(2);
    expect(complained).toContain("Is --port meant?");
    expect((await run(["serve", "--port"])).complained).toBe("--port needs a value after it.");
  });

  it("shows what Sophie reads in a sentence", async () => {
    const { code, printed } = await run(["detect", "Kan ik het huis bezichtigen?"]);
    expect(code).toBe(0);
    expect(printed).toContain("demo_request");
    expect((await run(["detect"])).code).toBe(2);
  });

  it.each(["Kan ik iemand spreken?", "Kan ik iemand spreken? De tuin is mooi, het huis ook."])(
    "shows shares that matter, and that add up to what it is sure of: %s",
    async (text) => {
      const { printed } = await run(["detect", text]);
      const [, sure = ""] = /human_request {2}(\d+) %/.exec(printed) ?? [];
      const shares = [...printed.matchAll(/^ {2}([+−])(\d\.\d\d)/gm)].map(
        ([, sign, size]) => Number(size) * (sign === "−" ? -1 : 1),
      );
      expect(shares).not.toEqual([]);
      expect(shares).not.toContain(0);
      const sum = shares.reduce((total, share) => total + share, 0);
      expect(Math.abs(sum - Number(sure) / 100)).toBeLessThan(0.03);
    },
  );

  it("explains detect when asked, and takes no flag for a message", async () => {
    for (const flag of ["--help", "-h"]) {
      const { code, printed } = await run(["detect", flag]);
      expect({ code, isHelp: printed.includes("add up to its confidence") }).toEqual({
        code: 0,
        isHelp: true,
      });
    }
    const mistaken = await run(["detect", "--jason", "Kan ik iemand spreken?"]);
    expect(mistaken).toMatchObject({
      code: 2,
      printed: "",
      complained: expect.stringContaining("no flag --jason"),
    });
    expect((await run(["detect", "--"])).code).toBe(2);
    expect(await run(["detect", "--", "--help"])).toMatchObject({
      code: 0,
      printed: "Nothing that wants a person.",
    });
    expect((await run(["detect", "- een mens graag"])).printed).toContain("human_request");
  });

  it("gives programs what detect finds as JSON, a line for each message of standard input", async () => {
    const one = await run(["detect", "--json", "Kan ik iemand spreken?"]);
    expect(JSON.parse(one.printed)).toMatchObject({
      text: "Kan ik iemand spreken?",
      isCut: false,
      findings: [{ signal: { type: "human_request", spans: [{ start: 7, end: 21 }] } }],
    });
    const many = await run(["detect", "--json"], {}, ["dag allemaal", "", "Kan ik iemand spreken?"]);
    expect(many.code).toBe(0);
    expect(many.printed.split("\n").map((line) => JSON.parse(line).findings.length)).toEqual([0, 1]);
    const plain = await run(["detect"], {}, ["dag allemaal", "Kan ik iemand spreken?"]);
    expect(plain.printed).toMatch(/^> dag allemaal\nNothing[^]*\n> Kan ik iemand spreken\?\nhuman_request/);
    expect((await run(["detect"], {}, [])).code).toBe(2);
  });

  it("says so when a message is too long to be read whole", async () => {
    const long = "la ".repeat(2_000).trim();
    const { code, printed, complained } = await run(["detect", "--json", long]);
    expect([code, JSON.parse(printed).isCut]).toEqual([0, true]);
    expect(complained).toBe(`Only the first 4000 of its ${long.length} characters are read.`);
    expect((await run(["detect", "kort"])).complained).toBe("");
  });

  it("spells out what a visitor typed to move the reader's terminal or to turn its text round", async () => {
    for (const odd of ["\u001b[0m", "\u009b", "\n", "\u202e", "\u200b"]) {
      const { code, printed } = await run(["detect", `Kan ik iemand${odd} spreken?`]);
      expect(code).toBe(0);
      expect(printed.replaceAll("\n  ", "")).not.toContain(odd);
    }
    expect((await run(["detect", "Kan ik iemand\u001b[0m spreken?"])).printed).toContain("\\u{1b}[0m");
  });

  it("invites somebody with a link that the store knows", async () => {
    const environment = { ...IN_EARNEST, SOPHIE_PUBLIC_URL: "https://chat.example.org" };
    const file = { SOPHIE_DATABASE_FILE: join(folder, "invite.db") };
    expect((await run(["invite", "--role", "agent"], { ...environment, ...file })).complained).toContain(
      "no site yet",
    );
    expect((await run(["invite", "--role", "boss"], environment)).complained).toContain(
      "--role takes one of",
    );

    const server = sophie(["serve"], { ...IN_EARNEST, ...file });
    const address = await server.until(/http:\S+(?=\/desk\/)/);
    const { code, printed } = await run(["invite", "--role", "agent"], { ...environment, ...file });
    expect(code).toBe(0);
    const secret = /(?<=https:\/\/chat\.example\.org\/desk\/#join=)\S+/.exec(printed)?.[0];
    const ben = { name: "Ben", email: "ben@example.org", password: "een lang wachtwoord" };
    expect((await post(address, "/api/join", { secret, ...ben })).status).toBe(200);
    server.kill("SIGTERM");
    expect(await server.ended).toBe(0);
  });
});
