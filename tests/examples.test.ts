/** Runs the examples of the SDK as a developer would: one command, and 0 at the end. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

it.each([
  ["headless-node", /^A handoff waits: human_request/m],
  ["own-answers", /^Answered;/m],
  ["own-detector", /^Found,/m],
])("examples/%s does what its README says, and ends with 0", async (name, said) => {
  const folder = join(ROOT, "examples", name);
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const [, ...words] = scripts.start.split(" ");
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (data: Buffer) => out.push(data));
  child.stderr.on("data", (data: Buffer) => err.push(data));
  const [code] = await once(child, "close");
  expect({ code, err: Buffer.concat(err).toString() }).toEqual({ code: 0, err: "" });
  expect(Buffer.concat(out).toString()).toMatch(said);
  expect(readFileSync(join(folder, "README.md"), "utf8")).toContain(`npm start --workspace examples/${name}`);
});
