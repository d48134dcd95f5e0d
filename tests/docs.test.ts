/** Tests that the docs show code that runs: each block names the file that it was taken from, word for word. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const DOCS = join(ROOT, "docs");

/** ```` ```ts examples/…/main.ts ````: what stands in the block, and where it should stand. */
const BLOCK = /^```ts ?(\S*)\n([\s\S]*?)^```$/gm;

const SHOWING = ["docs/sdk.md", "packages/engine/README.md", "packages/server/README.md"];

describe.each(SHOWING)("%s", (name) => {
  const page = readFileSync(join(ROOT, name), "utf8");
  const blocks = [...page.matchAll(BLOCK)].map(([, file = "", code = ""]) => ({ file, code }));

  it("shows code, and says of every block which file it is from", () => {
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.filter(({ file }) => !existsSync(join(ROOT, file)) || file === "")).toEqual([]);
  });

  it.each(blocks)("shows $file as it is", ({ file, code }) => {
    expect(flat(readFileSync(join(ROOT, file), "utf8"))).toContain(flat(code));
  });
});

describe("docs/sdk.md", () => {
  const page = readFileSync(join(DOCS, "sdk.md"), "utf8");

  it("has a section for every port of a session, and names every verb of it", () => {
    const ports = namesIn("packages/engine/src/session/session-ports.ts", "SessionPorts");
    const verbs = namesIn("packages/engine/src/session/session.ts", "Session");
    expect(ports.length).toBeGreaterThan(6);
    for (const port of ports) expect(page).toContain(`\n### \`${port}\`\n`);
    for (const verb of verbs) expect(page).toMatch(new RegExp(`\`${verb}[\`(]`));
  });

  it("names everything of the testing kit", () => {
    const surface = readFileSync(join(ROOT, "tests/surface/engine-testing.txt"), "utf8").trim().split("\n");
    for (const name of surface) expect(page).toContain(`\`${name}`);
  });
});

describe("the docs", () => {
  const pages = [join(ROOT, "README.md"), join(ROOT, "ARCHITECTURE.md"), ...markdownIn(DOCS)];

  it.each(pages.map((page) => relative(ROOT, page)))("%s links to files that exist", (page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, to = ""]) => to);
    const broken = links.filter((to) => !existsSync(join(ROOT, dirname(page), to)));
    expect(broken).toEqual([]);
  });
});

/** Without what moving code into or out of a block changes. */
function flat(code: string): string {
  return code
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** The members of an exported interface. */
function namesIn(file: string, name: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const body = new RegExp(`export interface ${name} \\{([\\s\\S]*?)^\\}`, "m").exec(text)?.[1] ?? "";
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)[?(:]/gm)].map(([, member = ""]) => member);
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join(folder, file));
}
