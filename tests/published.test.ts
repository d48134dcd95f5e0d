/**
 * Tests what is published as somebody gets it: packed, put into an empty folder, with nothing beside it but what it
 * says that it depends on. What is installed here stands in for the registry, so that no network is needed.
 */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "..");
const BIN = join(ROOT, "node_modules/.bin");
const PACKAGES = ["engine", "widget", "server"] as const;
const folder = mkdtempSync(join(tmpdir(), "sophie-published-"));
const files = new Map<string, readonly string[]>();

beforeAll(async () => {
  await run(join(BIN, "rollup"), ["-c", "--silent", "--environment", "SOPHIE_LIBRARIES_ONLY"], { cwd: ROOT });
  // Its errors are for `npm run check`; here only what it writes matters.
  await run(join(BIN, "tsc"), ["-b", ...PACKAGES.map((name) => `packages/${name}`)], { cwd: ROOT }).catch(
    () => {},
  );
  for (const name of PACKAGES) await unpack(name);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Packs a package and lays it out as an installation would, its own dependencies below it. */
async function unpack(name: (typeof PACKAGES)[number]): Promise<void> {
  const source = join(ROOT, "packages", name);
  const packed = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: source,
  });
  const [{ filename, files: listed }] = JSON.parse(packed.stdout);
  files.set(
    name,
    listed.map(({ path }: { path: string }) => path),
  );
  const target = join(folder, "node_modules/@sophie", name);
  mkdirSync(target, { recursive: true });
  await run("tar", ["-xzf", join(folder, filename), "-C", target, "--strip-components=1"]);
  const { dependencies } = JSON.parse(readFileSync(join(target, "package.json"), "utf8"));
  for (const dependency of Object.keys(dependencies)) {
    if (dependency.startsWith("@sophie/")) continue;
    const link = join(target, "node_modules", dependency);
    mkdirSync(dirname(link), { recursive: true });
    const installed = [source, ROOT].map((at) => join(at, "node_modules", dependency)).find(existsSync);
    symlinkSync(installed ?? dependency, link);
  }
}

describe("what is packed", () => {
  it.each(PACKAGES)("%s holds what it exports, and nothing of how it was made", (name) => {
    const { exports, bin = {} } = JSON.parse(
      readFileSync(join(ROOT, "packages", name, "package.json"), "utf8"),
    );
    const named = Object.values(exports as Record<string, Record<string, string>>)
      .flatMap(({ types = "", default: code = "" }) => [types, code])
      .concat(Object.values(bin));
    const listed = files.get(name) ?? [];
    for (const file of named) expect(listed).toContain(file.replace("./", ""));
    expect(listed).toEqual(
      expect.arrayContaining(["README.md", "dist/LICENSE", "dist/NOTICE", "package.json"]),
    );
    expect(
      listed.filter((file) => /tsbuildinfo|test-types|\.test\.|^src\/|random-log|\/faults\//.test(file)),
    ).toEqual([]);
  });

  it("the server brings the script tag, its chunks and the desk", () => {
    const listed = files.get("server") ?? [];
    for (const file of [
      "widget/sophie.js",
      "widget/widget/panel.js",
      "desk/index.html",
      "desk/desk.js",
      "desk/desk.css",
    ]) {
      expect(listed).toContain(`dist/browser/${file}`);
    }
  });
});

const CONSUMER = `
import { createSession, type SessionSnapshot, replayLog, SiteConfig } from "@sophie/engine";
import { detector, type Finding } from "@sophie/engine/detector";
import { aMessageEntry, VirtualClock } from "@sophie/engine/testing";
import { mountSophie, type Widget } from "@sophie/widget";
import { readOptions, startServer } from "@sophie/server";

const control: SessionSnapshot["control"] = replayLog([aMessageEntry()]).stateAt(1).control;
const signals: readonly string[] = detector.detect("Kan ik iemand spreken?").signals.map(({ type }) => type);
const mount: (options: { origin: string; site: string }) => Widget = mountSophie;
export const all = [createSession, SiteConfig, VirtualClock, startServer, mount, readOptions({}).ok, control, signals];
export type Found = Finding;
// @ts-expect-error A conversation is under nobody else's control.
export const wrong: SessionSnapshot["control"] = "robot";
`;

describe("in an empty folder", () => {
  it.each([
    ["nodenext", "node"],
    ["preserve", "bundler"],
  ])("type-checks a consumer with module %s", async (module, moduleResolution) => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(folder, "consumer.ts"), CONSUMER);
    const resolution = moduleResolution === "node" ? "nodenext" : moduleResolution;
    const options = [
      "--noEmit",
      "--strict",
      "--skipLibCheck",
      "--target",
      "es2023",
      "--lib",
      "es2023,dom,dom.iterable",
    ];
    const ways = ["--module", module, "--moduleResolution", resolution, "--types", ""];
    const checked = await run(join(BIN, "tsc"), [...options, ...ways, "consumer.ts"], { cwd: folder }).catch(
      ({ stdout }: { stdout: string }) => ({ stdout }),
    );
    expect(checked.stdout).toBe("");
  });

  it("runs a consumer in Node, without a condition and without the repository", async () => {
    const code = CONSUMER.replace(/^import \{ mountSophie.*\n/m, "").replace(
      "mountSophie;",
      "() => ({}) as never;",
    );
    writeFileSync(
      join(folder, "run.ts"),
      `${code.replaceAll("Widget", "never")}\nconsole.log(control, signals.join());\n`,
    );
    const { stdout } = await run(process.execPath, ["run.ts"], { cwd: folder });
    expect(stdout).toBe("bot human_request\n");
  });

  it("starts the packed `sophie`, which serves the widget and the desk and writes to a store", async () => {
    const main = join(folder, "node_modules/@sophie/server/dist/main.js");
    const version = await run(process.execPath, [main, "version"]);
    expect(version.stdout).toMatch(/^Sophie 0\.1\.0 on Node/);
    const child = spawn(process.execPath, [main, "serve"], {
      cwd: folder,
      env: {
        PATH: process.env["PATH"] ?? "",
        SOPHIE_HOST: "127.0.0.1",
        SOPHIE_PORT: "0",
        // Elsewhere, so that the test's folder is none for temporary files.
        TMPDIR: homedir(),
        SOPHIE_DATABASE_FILE: join(folder, "sophie.db"),
        SOPHIE_ALLOWED_ORIGINS: "https://www.example.org",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = once(child, "exit");
    const said = { out: "", err: "" };
    child.stderr.on("data", (data: Buffer) => (said.err += data.toString()));
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on("data", (data: Buffer) => {
        said.out += data.toString();
        const desk = /The desk: (\S+)\/desk\//.exec(said.out)?.[1];
        if (desk !== undefined) resolve(desk);
      });
      child.once("exit", () => reject(new Error(`It ended: ${said.out}${said.err}`)));
    });
    try {
      for (const path of ["/sophie.js", "/widget/panel.js", "/desk/", "/desk/desk.js", "/readyz"]) {
        expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
      }
    } finally {
      child.kill("SIGTERM");
      await ended;
    }
  });
});
