/** The arrows of the architecture, as a table: who may import whom. A new arrow is a decision, and is made here. */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "./fixtures/source-files.ts";

const ROOT = join(import.meta.dirname, "..");

/** Room by room, what it may import from its own package. A room is a folder of `src/`, or a file that stands alone. */
const ARROWS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  engine: {
    domain: [],
    signals: ["domain"],
    scoring: ["domain"],
    handoff: ["domain", "scoring", "signals"],
    quality: ["domain", "handoff"],
    protocol: ["domain"],
    words: ["domain"],
    conversation: ["domain", "signals", "words"],
    connection: ["domain", "protocol"],
    session: ["domain", "signals", "protocol", "words", "conversation", "connection"],
    replay: ["domain"],
    slim: [],
    testing: ["domain", "signals", "scoring", "handoff", "protocol", "conversation", "connection", "session"],
    detector: ["signals"],
    index: [
      "domain",
      "signals",
      "scoring",
      "handoff",
      "quality",
      "protocol",
      "conversation",
      "connection",
      "session",
      "replay",
      "words",
    ],
  },
  server: {
    storage: [],
    hours: [],
    words: [],
    routing: ["hours", "words"],
    settings: ["hours", "routing", "words"],
    quality: ["storage"],
    contacts: ["storage"],
    webhooks: ["storage", "repeat"],
    notify: ["storage", "commands", "webhooks", "repeat"],
    commands: ["storage", "answers", "hours", "routing", "settings"],
    hub: ["storage", "commands"],
    timers: ["storage", "commands", "hub", "repeat"],
    auth: ["storage"],
    metrics: [],
    repeat: [],
    nearest: [],
    origin: [],
    options: ["origin", "nearest"],
    sockets: ["storage", "answers", "commands", "hub", "auth", "metrics"],
    answers: ["storage"],
    http: [
      "storage",
      "auth",
      "answers",
      "options",
      "origin",
      "metrics",
      "settings",
      "quality",
      "commands",
      "contacts",
      "webhooks",
      "notify",
    ],
    "site-directory": ["storage"],
    server: [
      "storage",
      "commands",
      "answers",
      "hub",
      "timers",
      "webhooks",
      "notify",
      "auth",
      "metrics",
      "options",
      "sockets",
      "http",
      "site-directory",
    ],
    "safe-to-serve": ["options", "origin"],
    printable: [],
    "detect-command": ["printable"],
    "replay-report": ["printable"],
    cli: [
      "server",
      "storage",
      "auth",
      "options",
      "nearest",
      "printable",
      "safe-to-serve",
      "detect-command",
      "replay-report",
    ],
    main: ["cli"],
    example: ["storage", "commands", "auth"],
  },
  desk: {
    words: [],
    model: ["words"],
    ui: ["model", "words"],
    pages: ["ui", "model", "words"],
    worker: ["words"],
    main: ["pages", "ui", "model", "words", "styles"],
  },
  widget: {
    words: [],
    host: ["words", "styles"],
    model: ["host", "words"],
    ui: ["model", "host", "words"],
    behaviour: ["host", "entry"],
    entry: ["ui", "model", "host", "words", "styles", "behaviour"],
    index: ["entry", "ui", "model", "host", "words", "styles"],
  },
};

/** Between packages: `engine ← widget, desk, server`, and nobody imports those three. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  widget: ["@sophie/engine", "@sophie/engine/detector"],
  desk: ["@sophie/engine", "@sophie/engine/detector"],
  server: ["@sophie/engine", "@sophie/engine/detector"],
};

/** Rooms that only tests and the command line use; they may import anything of their own package. */
const OPEN_ROOMS = new Set(["styles"]);

interface Import {
  readonly file: string;
  readonly from: string;
}

const SPECIFIER = /(?:from|import)\s*\(?\s*"([^"]+)"/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(SPECIFIER)].map(([, from]) => ({ file, from: from as string }));
}

/** `packages/engine/src/domain/id.ts` → `domain`; `packages/engine/src/index.ts` → `index`. */
function roomOf(source: string, file: string): string {
  const [first = ""] = relative(source, file).split("/");
  return first.replace(/\.tsx?$/, "");
}

const isTest = (file: string) =>
  /\.(?:test|contract)\.tsx?$/.test(file) || /\/(?:contract|testing|faults)\//.test(file);

describe.each(Object.keys(ARROWS))("the arrows inside %s", (name) => {
  const source = join(ROOT, "packages", name, "src");
  const files = sourceFiles(source).filter((file) => !isTest(file));

  it("has files to look at", () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it("runs one way", () => {
    const wrong = files
      .flatMap(importsOf)
      .filter(({ from }) => from.startsWith("."))
      .flatMap(({ file, from }) => {
        const room = roomOf(source, file);
        const target = roomOf(source, join(dirname(file), from));
        const allowed = ARROWS[name]?.[room];
        if (room === target || OPEN_ROOMS.has(room)) return [];
        if (allowed?.includes(target) === true) return [];
        return [
          `${relative(ROOT, file)} imports ${from}: ${room} may import ${allowed?.join(", ") ?? "nothing yet"}`,
        ];
      });
    expect(wrong).toEqual([]);
  });

  it("imports other packages by their published entries, and only those it may", () => {
    const wrong = files
      .flatMap(importsOf)
      .filter(({ from }) => from.startsWith("@sophie/"))
      .filter(({ from }) => PACKAGES[name]?.includes(from) !== true);
    expect(wrong).toEqual([]);
  });

  it("imports files inside the package, never the barrel", () => {
    const barrel = join(source, "index.ts");
    const wrong = files
      .flatMap(importsOf)
      .filter(({ file, from }) => from.startsWith(".") && join(dirname(file), from) === barrel);
    expect(wrong).toEqual([]);
  });
});

describe("the engine", () => {
  it("is pure: no Node, no DOM, no clock, no chance of its own", () => {
    const source = join(ROOT, "packages/engine/src");
    const impure =
      /\b(?:Date\.now|new Date\(\)|Math\.random|setTimeout\(|setInterval\(|performance\.|crypto\.|document\.|window\.|process\.)/;
    const wrong = sourceFiles(source)
      .filter((file) => !isTest(file))
      .flatMap((file) => {
        const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
        const bad = impure.exec(code) ?? /from "node:[^"]+"/.exec(code);
        return bad === null ? [] : [`${relative(ROOT, file)}: ${bad[0]}`];
      });
    expect(wrong).toEqual([]);
  });
});

describe("the writing thread", () => {
  /** What a file loads when it runs: imports of types alone are gone by then. */
  function loadedBy(file: string, loaded = new Set<string>()): ReadonlySet<string> {
    if (loaded.has(file)) return loaded;
    loaded.add(file);
    const code = readFileSync(file, "utf8");
    for (const [, from = ""] of code.matchAll(/^import (?!type\b)[^;]*?"([^"]+)";$/gm)) {
      if (from.startsWith(".")) loadedBy(join(dirname(file), from), loaded);
      else loaded.add(from);
    }
    return loaded;
  }

  it("loads SQLite and a handful of files, not the engine: it is there before the first message", () => {
    const loaded = [...loadedBy(join(ROOT, "packages/server/src/storage/sqlite/writing-thread.ts"))];
    expect(loaded.filter((name) => !name.startsWith("/")).sort()).toEqual([
      "node:fs",
      "node:path",
      "node:sqlite",
      "node:worker_threads",
    ]);
    expect(loaded.length).toBeLessThan(12);
  });
});

describe("the house rules", () => {
  const files = Object.keys(ARROWS).flatMap((name) => sourceFiles(join(ROOT, "packages", name, "src")));

  it("gives every file a name that says what is in it", () => {
    const vague = /\/(?:utils?|helpers?|common|types|manager|service|misc|shared)\.tsx?$/;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });

  it("begins every file with a sentence that says what it is", () => {
    const silent = files.filter((file) => !/^(?:#!.*\n)?\/\*\*/.test(readFileSync(file, "utf8")));
    expect(silent.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it("exports by name, and never everything", () => {
    const wrong = files.filter((file) => /^export (?:default|\*)/m.test(readFileSync(file, "utf8")));
    expect(wrong.map((file) => relative(ROOT, file))).toEqual([]);
  });
});
