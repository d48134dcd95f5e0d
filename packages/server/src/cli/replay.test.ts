/** Tests `sophie replay` over a real store that is in use meanwhile, and over files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aSite } from "@sophie/engine/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExampleConversation } from "../example/example-conversation.ts";
import { openExampleStore } from "../example/example-store.ts";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { newConversation, saying } from "../storage/testing/builders.ts";
import { createTestDatabase } from "../storage/testing/test-database.ts";
import { runCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "sophie-replay-"));
const FILE = join(folder, "sophie.db");
const SITE = aSite();

const VIEWING: ExampleConversation = {
  language: "nl",
  minutesAgo: 60,
  steps: [
    { visitor: "Kan ik het huis bezichtigen? Bel Jan de Boer op 06-12345678" },
    { asks: "demo_request" },
    { starts: "Ana" },
    { agent: "Ana", says: "Goedemorgen \u001b[31mJan" },
    { completes: "Ana" },
  ],
};

let storage: Storage;
let conversation: string;
beforeAll(async () => {
  const store = await openExampleStore(FILE, { config: SITE, origins: [] });
  await store.addPerson("Ana", "agent");
  await store.play(VIEWING);
  await store.close();
  ({ storage } = await openStorage({ url: null, file: FILE, now: Date.now }));
  const [handoff] = await storage.closedHandoffs([SITE.id], "completed", null, 1);
  conversation = handoff?.conversation ?? "";
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

async function replay(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await runCommand(["replay", ...words], {
    environment: { SOPHIE_DATABASE_FILE: FILE, ...environment },
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
    lines: () => null,
  });
  return { code, printed: printed.join("\n"), complained: complained.join("\n") };
}

/** Writes what the command prints into a file, as `>` does. */
async function saved(name: string, words: readonly string[]): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, (await replay([conversation, "--json", ...words])).printed);
  return path;
}

describe("sophie replay", () => {
  it("N3 F2 plays a conversation of the store: every entry, what it did, and the procedure's stages in order", async () => {
    const { code, printed, complained } = await replay([conversation]);
    expect([code, complained]).toEqual([0, ""]);
    expect(printed).toContain("visitor: Kan ik het huis bezichtigen?");
    expect(printed).toContain("handoff procedure: triggered → collecting → transferring");
    expect(printed).toMatch(/timers\.sla-due: – → \d{4}-\d\d-\d\dT/);
    expect(printed).toContain("handoff.status: in_progress → completed");
    expect(printed).toContain("control: human → closed");
  });

  it("Q27 the same log gives the same report and the same bytes, from the store and from a file", async () => {
    const [first, second] = [await replay([conversation]), await replay([conversation])];
    expect(second).toEqual(first);
    const path = await saved("whole.json", []);
    expect((await replay([path])).printed).toBe(first.printed);
    expect((await replay([path, "--json"])).printed).toBe(readFileSync(path, "utf8"));
  });

  it("N3 goes to any step, and tells the whole state there", async () => {
    expect((await replay([conversation, "--step", "0"])).printed).toContain("before the first entry");
    const { code, printed } = await replay([conversation, "--step=1"]);
    expect(code).toBe(0);
    expect(printed).toMatch(/control +bot/);
    expect(printed).toMatch(/handoff +none/);
    const { state, fingerprint } = JSON.parse(
      (await replay([conversation, "--step", "1", "--json"])).printed,
    );
    expect(state).toMatchObject({ seq: 1, control: "bot", handoff: null });
    expect(printed).toContain(`fingerprint ${fingerprint}`);
  });

  it("N3 redacted, it holds no name, no number, no word and no id, and still plays to its end", async () => {
    const path = await saved("redacted.json", ["--redact"]);
    const text = readFileSync(path, "utf8");
    for (const secret of ["Jan", "Boer", "Ana", "bezichtigen", "12345678", conversation]) {
      expect(text).not.toContain(secret);
    }
    const { code, printed } = await replay([path]);
    expect(code).toBe(0);
    expect(printed).toContain("visitor: Xxx xx xxx xxxx xxxxxxxxxxx?");
    expect(printed).toContain("control: human → closed");
  });

  it("spells out what would move the reader's terminal", async () => {
    const { printed } = await replay([conversation]);
    expect(printed).toContain("\\u{1b}[31mJan");
    expect(printed).not.toContain("\u001b");
  });

  it("changes nothing in the store, and makes none where there is none", async () => {
    const before = readFileSync(FILE);
    await replay([conversation]);
    expect(readFileSync(FILE).equals(before)).toBe(true);
    const { code, complained } = await replay([conversation], {
      SOPHIE_DATABASE_FILE: join(folder, "none.db"),
    });
    expect(code).toBe(1);
    expect(complained).toContain("There is no database at");
    expect(readdirSync(folder)).not.toContain("none.db");
  });

  it("reads PostgreSQL too, over connections that may not write", async () => {
    const database = await createTestDatabase();
    const postgres = await openStorage({ url: database.url, file: "", now: Date.now });
    try {
      const id = newConversation();
      await postgres.storage.change(saying(id, "m1", "Hallo"));
      const { code, printed } = await replay([id], { SOPHIE_DATABASE_URL: database.url });
      expect(code).toBe(0);
      expect(printed).toContain("visitor: Hallo");
    } finally {
      await postgres.storage.close();
      await database.drop();
    }
  });

  it.each([
    [[], 2, "Say which conversation"],
    [["a", "b"], 2, "One conversation at a time"],
    [["a", "--step"], 2, "--step takes the number of an entry"],
    [["a", "--step", "1.5"], 2, "--step takes the number of an entry"],
    [["a", "--jsn", "x"], 2, "Is --json meant?"],
    [["met een spatie"], 2, "neither the id of a conversation nor a file"],
    [["unknown"], 1, "There is no conversation unknown"],
    [["missing.json"], 1, "There is no file missing.json"],
  ] as const)("%j ends with %i and says so", async (words, code, sentence) => {
    expect(await replay(words)).toMatchObject({
      code,
      printed: "",
      complained: expect.stringContaining(sentence),
    });
  });

  it("refuses a step beyond the end and a file that is no replay, and tells of one that ends otherwise", async () => {
    expect(await replay([conversation, "--step", "999"])).toMatchObject({ code: 2, printed: "" });
    const odd = join(folder, "odd.json");
    writeFileSync(odd, "{}");
    expect(await replay([odd])).toMatchObject({
      code: 1,
      complained: expect.stringContaining("no replay of Sophie's"),
    });
    const path = await saved("other.json", []);
    writeFileSync(odd, readFileSync(path, "utf8").replace(/"fingerprint":"\w+"/, '"fingerprint":"0"'));
    expect(await replay([odd])).toMatchObject({
      code: 1,
      complained: expect.stringContaining("It ends otherwise"),
    });
  });

  it("explains itself", async () => {
    expect(await replay(["--help"])).toMatchObject({ code: 0, printed: expect.stringContaining("--redact") });
  });
});
