/** The desk calls who works at it by one form of address; which one visitors read is the site's to say. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const FOLDER = `${process.cwd()}/packages/desk/src/words`;
/** An hour is a "u", too, and the setting of the visitors' form has to name it. */
const OTHERWISE = /\[hours, "u"\]|\} u`|address|formal/;

it("the desk says je in Dutch, and never u", () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith("nl.ts"));
  expect(files.length).toBeGreaterThan(5);
  const slips = files.flatMap((name) =>
    readFileSync(`${FOLDER}/${name}`, "utf8")
      .split("\n")
      .filter((line) => /\b(?:u|uw|uzelf)\b/i.test(line) && !OTHERWISE.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(slips).toEqual([]);
});
