/** Tests the options, what is said about wrong ones, and that the documentation shows the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OPTIONS, readOptions } from "./options.ts";

const problemsOf = (environment: Record<string, string>) => {
  const read = readOptions(environment);
  return read.ok ? [] : read.problems;
};

describe("options", () => {
  it("need no configuration: every one has a default or is off", () => {
    const read = readOptions({});
    expect(read).toMatchObject({
      ok: true,
      warnings: [],
      options: {
        host: "127.0.0.1",
        port: 7420,
        databaseFile: "data/sophie.db",
        databaseUrl: null,
        publicUrl: null,
        allowedOrigins: [],
        metricsToken: null,
      },
    });
  });

  it("take an empty variable for one that is not set", () => {
    expect(readOptions({ SOPHIE_PORT: "", SOPHIE_PUBLIC_URL: " " })).toMatchObject({
      ok: true,
      options: { port: 7420, publicUrl: null },
    });
  });

  it("say in one sentence which variable is wrong, how, and what would be right", () => {
    expect(problemsOf({ SOPHIE_PORT: "seven" })).toEqual([
      'SOPHIE_PORT is "seven", but takes a whole number from 0 to 65535; 0 takes any free port: for example SOPHIE_PORT=7420',
    ]);
  });

  it("name everything that is wrong at once", () => {
    const problems = problemsOf({ SOPHIE_PORT: "70000", SOPHIE_LOG_LEVEL: "loud", SOPHIE_SITE_ID: "a b" });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "SOPHIE_PORT",
      "SOPHIE_SITE_ID",
      "SOPHIE_LOG_LEVEL",
    ]);
  });

  it("never repeat a secret in a complaint", () => {
    const problems = problemsOf({
      SOPHIE_DATABASE_URL: "mysql://sophie:hunter2@db",
      SOPHIE_METRICS_TOKEN: "hunter2",
    });
    expect(problems).toHaveLength(2);
    expect(problems.join(" ")).not.toContain("hunter2");
  });

  it.each([
    "https://chat.example.org/desk",
    "chat.example.org",
    "ftp://example.org",
    "https://u@example.org",
  ])("refuse %s as an address without a path", (written) =>
    expect(problemsOf({ SOPHIE_PUBLIC_URL: written })).toHaveLength(1),
  );

  it("write origins as browsers send them", () => {
    const read = readOptions({ SOPHIE_ALLOWED_ORIGINS: "https://Example.org:443/, http://localhost:8080" });
    expect(read).toMatchObject({
      ok: true,
      options: { allowedOrigins: ["https://example.org", "http://localhost:8080"] },
    });
  });

  it("warn about a variable that does not exist, with the nearest that does", () => {
    const read = readOptions({
      SOPHIE_DATABSE_FILE: "x.db",
      SOPHIE_TEST_CHROMIUM: "/usr/bin/x",
      PATH: "/bin",
    });
    expect(read.ok && read.warnings).toEqual([
      "SOPHIE_DATABSE_FILE is no option of Sophie and does nothing. Is SOPHIE_DATABASE_FILE meant?",
    ]);
  });

  it("warn about a language model of which half is missing, and never repeat its key", () => {
    const read = readOptions({ SOPHIE_AI_URL: "https://models.example.org/v1", SOPHIE_AI_KEY: "secret" });
    expect(read.ok && read.warnings).toEqual([
      "SOPHIE_AI_URL does nothing without SOPHIE_AI_MODEL: set both, or neither.",
    ]);
    const wrong = problemsOf({ SOPHIE_AI_URL: "https://u:hunter2@example.org", SOPHIE_AI_KEY: "hunter 2" });
    expect(wrong).toHaveLength(2);
    expect(wrong.join(" ")).not.toContain("hunter");
  });

  it("have examples that are themselves right", () => {
    for (const { variable, example } of Object.values(OPTIONS))
      expect(problemsOf({ [variable]: example })).toEqual([]);
  });
});

describe("docs/options.md", () => {
  const written = readFileSync(join(import.meta.dirname, "../../../docs/options.md"), "utf8");

  it("holds the same table as the options", () => {
    const rows = Object.values(OPTIONS).map((option) => {
      const flag = "flag" in option ? `, \`${option.flag}\`` : "";
      const fallback =
        option.fallback === null || option.fallback === "" ? "not set" : `\`${option.fallback}\``;
      const takes = `${option.takes}, such as \`${option.example}\``;
      return `| \`${option.variable}\`${flag} | ${fallback} | ${takes} | ${option.purpose} |`;
    });
    expect(written.split("\n").filter((line) => line.startsWith("| `"))).toEqual(rows);
  });
});
