/** `docs/protocol.md` says what the code does: its tables are compared, and its rules are the ones that tests cite. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CLOSE, mayReturnAfter } from "./close-codes.ts";
import { LIMITS } from "./limits.ts";
import { REFUSALS, refusal } from "./refusal.ts";
import { PROTOCOL_VERSION } from "./version.ts";

const root = new URL("../../../../", import.meta.url);
const page = readFileSync(new URL("docs/protocol.md", root), "utf8");

/** The rows of the table below a heading, as cells without their backticks. */
function table(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}

describe("the tables", () => {
  it("P26 every refusal is on the page as it is in the code, and no other", () => {
    expect(table("Refusals")).toEqual(
      Object.entries(REFUSALS).map(([code, { status, causedBy, retry, sentence }]) => [
        code,
        String(status),
        causedBy,
        retry ? "retry" : "no",
        sentence,
      ]),
    );
  });

  it("P25 every close code is on the page as it is in the code, and no other", () => {
    expect(table("Close codes")).toEqual(
      Object.entries(CLOSE).map(([name, { code, retry, sentence }]) => [name, String(code), retry, sentence]),
    );
  });

  it("every limit is on the page with its value", () => {
    expect(table("Limits").map(([name, value]) => [name, value])).toEqual(
      Object.entries(LIMITS).map(([name, value]) => [name, String(value)]),
    );
  });

  it("P27 the page is about the version that this code speaks", () => {
    expect(page).toContain(`# The wire protocol, version ${PROTOCOL_VERSION}\n`);
  });
});

describe("the rules", () => {
  const rules = [...page.matchAll(/^\*\*(P\d+)\*\* /gm)].map(([, id]) => id ?? "");

  it("have one number each, without a hole", () => {
    const numbers = rules.map((id) => Number(id.slice(1))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: rules.length }, (_, index) => index + 1));
  });

  it("that a test cites exist", () => {
    const files = globSync("packages/*/src/**/*.test.{ts,tsx}", { cwd: root });
    const cited = files.flatMap((file) => {
      const titles = readFileSync(new URL(file, root), "utf8").matchAll(
        /\bit(?:\.each)?\b[^"`]*["`]([^"`]*)["`]/g,
      );
      return [...titles].flatMap(([, title]) => [...(title ?? "").matchAll(/\bP\d+\b/g)].map(([id]) => id));
    });
    expect(cited.length).toBeGreaterThan(20);
    expect([...new Set(cited)].filter((id) => !rules.includes(id))).toEqual([]);
  });
});

describe("refusals and close codes", () => {
  it("P26 a refusal that asks to try again is one that nothing but time can mend", () => {
    for (const { retry, status } of Object.values(REFUSALS))
      expect(retry).toBe(status === 429 || status === 503);
  });

  it("P26 a refusal carries its sentence, and what the sender should have known", () => {
    expect(refusal("text_too_long", { detail: "4001 characters" })).toEqual({
      code: "text_too_long",
      sentence: REFUSALS.text_too_long.sentence,
      detail: "4001 characters",
    });
  });

  it("P25 every code is used once", () => {
    const codes = Object.values(CLOSE).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each([1000, 1001, 1006, 1011, 4999])("P25 %i means a lost line: coming back helps", (code) => {
    expect(mayReturnAfter(code)).toBe(true);
  });
});
