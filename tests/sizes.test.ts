/** What visitors download, measured on the built files as a server sends them, and held to the budgets of design §9. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { LANGUAGES } from "@sophie/engine";
import { describe, expect, it } from "vitest";

const DIST = join(import.meta.dirname, "../packages/widget/dist");

const LOADER_BYTES = 2_000;
const OPENED_BYTES = 40_000;
const BEHAVIOUR_BYTES = 4_000;
const DETECTOR_BYTES = 40_000;

const files = ["sophie.js", ...readdirSync(join(DIST, "widget")).map((name) => join("widget", name))];

function bytesOf(...names: readonly string[]): number {
  return files
    .filter((file) => names.some((name) => new RegExp(`^(widget/)?${name}(-[\\w-]{8})?\\.js$`).test(file)))
    .map((file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** Of the languages, the heaviest: a visitor loads one. */
const words = LANGUAGES.reduce((heaviest, language) =>
  bytesOf(language) > bytesOf(heaviest) ? language : heaviest,
);

const FIGURES = {
  "before the first click: loader": bytesOf("sophie"),
  "opened, a site without knowledge": bytesOf("sophie", "panel", words),
  "opened, a site with knowledge": bytesOf("sophie", "panel", words, "knowledge", "stem"),
  "opened, with knowledge and own triggers": bytesOf(
    "sophie",
    "panel",
    words,
    "knowledge",
    "triggers",
    "stem",
  ),
  "behaviour, loaded after consent": bytesOf("behaviour"),
  "cards, loaded when one is to be shown": bytesOf("cards"),
  "detector, loaded when the chat opens": bytesOf("detector"),
};

describe("the sizes that visitors pay for", () => {
  it("are printed", () => {
    for (const [what, bytes] of Object.entries(FIGURES)) {
      process.stdout.write(`${what.padEnd(40)} ${bytes.toLocaleString("en").padStart(7)} B gzip\n`);
    }
    expect(files).toContain("sophie.js");
  });

  it("before the first click: at most 2,000 bytes", () => {
    expect(FIGURES["before the first click: loader"]).toBeGreaterThan(500);
    expect(FIGURES["before the first click: loader"]).toBeLessThanOrEqual(LOADER_BYTES);
  });

  it("the opened widget: at most 40 kB with everything but the detector", () => {
    expect(FIGURES["opened, a site with knowledge"]).toBeGreaterThan(
      FIGURES["opened, a site without knowledge"],
    );
    expect(FIGURES["opened, with knowledge and own triggers"]).toBeLessThanOrEqual(OPENED_BYTES);
  });

  it("what records behaviour, after consent and on every page: at most 4 kB", () => {
    expect(FIGURES["behaviour, loaded after consent"]).toBeGreaterThan(500);
    expect(FIGURES["behaviour, loaded after consent"]).toBeLessThanOrEqual(BEHAVIOUR_BYTES);
  });

  it("the detector: at most 40 kB", () => {
    expect(FIGURES["detector, loaded when the chat opens"]).toBeGreaterThan(1_000);
    expect(FIGURES["detector, loaded when the chat opens"]).toBeLessThanOrEqual(DETECTOR_BYTES);
  });

  it("no file is left out of the count", () => {
    const counted = [
      "sophie",
      "panel",
      "knowledge",
      "triggers",
      "stem",
      "behaviour",
      "detector",
      "cards",
      ...LANGUAGES,
    ];
    expect(
      files.filter((file) => !counted.some((name) => file.replace("widget/", "").startsWith(name))),
    ).toEqual([]);
  });
});
