/** What a package exports is a promise. Adding to it or taking from it is a decision, made by changing this list. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** `export { a, type B as C } from "…"` */
const EXPORTED = /export (?:type )?\{([^}]*)\} from "([^"]+)"/g;

/** Names in the order of the alphabet, types included: `export { a, type B } from …`. */
async function surfaceOf(entry: string): Promise<string[]> {
  const text = await readFile(join(ROOT, entry), "utf8");
  const listed = [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names.split(","),
  );
  const declared = [
    ...text.matchAll(/^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm),
  ].map(([, name = ""]) => name);
  return [...listed, ...declared]
    .map((name) =>
      name
        .trim()
        .replace(/^type /, "")
        .replace(/^.* as /, ""),
    )
    .filter((name) => name !== "")
    .toSorted();
}

describe("the public surface", () => {
  it.each([
    ["engine", "packages/engine/src/index.ts"],
    ["engine-detector", "packages/engine/src/detector.ts"],
    ["engine-testing", "packages/engine/src/testing/index.ts"],
    ["widget", "packages/widget/src/index.ts"],
    ["server", "packages/server/src/server.ts"],
  ])("%s exports what the list says", async (name, entry) => {
    const surface = await surfaceOf(entry);
    expect(surface.length).toBeGreaterThan(0);
    await expect(`${surface.join("\n")}\n`).toMatchFileSnapshot(`surface/${name}.txt`);
  });

  /** Schemas are one noun a file, and their file's first sentence says what they are. */
  const ROOMS = /^\.\.?\/(?:session|conversation|connection|replay|signals|testing)?\//;

  it.each(["index.ts", "detector.ts", "testing/index.ts"])(
    "says of everything that developers call or implement what it is: engine/%s",
    async (entry) => {
      const path = join(ROOT, "packages/engine/src", entry);
      const silent: string[] = [];
      for (const [, names = "", from = ""] of (await readFile(path, "utf8")).matchAll(EXPORTED)) {
        if (entry === "index.ts" && !ROOMS.test(from)) continue;
        const code = await readFile(join(path, "..", from), "utf8");
        for (const name of names.match(/\w+(?=\s*(?:,|$| as ))/g) ?? []) {
          if (!new RegExp(`\\*/\\nexport [\\w ]*\\b${name}\\b`).test(code)) silent.push(`${from}: ${name}`);
        }
      }
      expect(silent).toEqual([]);
    },
  );
});
