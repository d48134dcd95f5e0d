/** Tests each setting with which `sophie serve` refuses to start. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";
import { unsafeSettings } from "./safe-to-serve.ts";

/** One folder stands for the server's own, another for the machine's folder for temporary files. */
const home = mkdtempSync(join(tmpdir(), "sophie-home-"));
const temporary = mkdtempSync(join(tmpdir(), "sophie-temporary-"));
afterAll(() => {
  for (const folder of [home, temporary]) rmSync(folder, { recursive: true });
});

const SAFE = {
  SOPHIE_HOST: "0.0.0.0",
  SOPHIE_PUBLIC_URL: "https://chat.example.org",
  SOPHIE_TRUST_PROXY: "1",
  SOPHIE_ALLOWED_ORIGINS: "https://www.example.org",
  SOPHIE_DATABASE_FILE: join(home, "data/sophie.db"),
};

function complaints(changed: Record<string, string>): readonly string[] {
  const read = readOptions({ ...SAFE, ...changed });
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return unsafeSettings(read.options, temporary);
}

describe("sophie serve starts", () => {
  it("with https, named origins and a folder of its own", () => expect(complaints({})).toEqual([]));

  it("without https on this machine alone", () => {
    expect(complaints({ SOPHIE_HOST: "127.0.0.1", SOPHIE_PUBLIC_URL: "" })).toEqual([]);
    expect(complaints({ SOPHIE_PUBLIC_URL: "http://localhost:7420" })).toEqual([]);
  });

  it("without looking at the file where there is PostgreSQL", () => {
    const url = "postgres://sophie@db.internal/sophie";
    expect(complaints({ SOPHIE_DATABASE_FILE: ":memory:", SOPHIE_DATABASE_URL: url })).toEqual([]);
  });
});

describe("sophie serve refuses", () => {
  it.each([
    ["a public address without TLS", { SOPHIE_PUBLIC_URL: "http://chat.example.org" }, "SOPHIE_PUBLIC_URL"],
    ["to be reachable without a public address", { SOPHIE_PUBLIC_URL: "" }, "SOPHIE_HOST"],
    ["a proxy that it was not told of", { SOPHIE_TRUST_PROXY: "0" }, "SOPHIE_PUBLIC_URL"],
    ["missing origins", { SOPHIE_ALLOWED_ORIGINS: "" }, "SOPHIE_ALLOWED_ORIGINS"],
    ["a wildcard for origins", { SOPHIE_ALLOWED_ORIGINS: "https://a.example,*" }, "SOPHIE_ALLOWED_ORIGINS"],
    ["a store in memory", { SOPHIE_DATABASE_FILE: ":memory:" }, "SOPHIE_DATABASE_FILE"],
  ])("%s, in a sentence that names it", (_what, changed, variable) => {
    const said = complaints(changed);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^${variable} (?:is|holds) .+SOPHIE_`));
  });

  it("a database in a folder for temporary files", () => {
    const said = complaints({ SOPHIE_DATABASE_FILE: join(temporary, "not/yet/there/sophie.db") });
    expect(said).toEqual([expect.stringContaining("a folder for temporary files")]);
  });

  it("a database in a folder that everybody may write to", () => {
    const open = mkdtempSync(join(home, "open-"));
    chmodSync(open, 0o777);
    expect(complaints({ SOPHIE_DATABASE_FILE: join(open, "sophie.db") })).toHaveLength(1);
  });

  it("everything that is unsafe at once", () => {
    expect(complaints({ SOPHIE_PUBLIC_URL: "http://a.example", SOPHIE_ALLOWED_ORIGINS: "" })).toHaveLength(2);
  });
});
