/** The browser proposes and the server decides with the same detector, so both must compute the same bits. */
import { join } from "node:path";
import { build } from "esbuild";
import * as engine from "@sophie/engine/detector";
import { expect, it } from "vitest";
import { readTestSet } from "../packages/engine/training/corpus.ts";
import { newPage } from "./fixtures/browser.ts";

const FROZEN = join(import.meta.dirname, "../packages/engine/training/frozen");
const ODD = [
  "",
  "a".repeat(5_000),
  "\ud800",
  "\u202eKan ik iemand spreken?",
  "Ｋａｎ ich jemanden sprechen",
  "İstanbul ŉ ǰ ẞ",
];

it("the same text gives the same answer in Chromium and in Node, byte for byte", async () => {
  const texts = [...readTestSet(FROZEN).map(({ text }) => text), ...ODD];
  const page = await newPage();
  await page.addScriptTag({ content: await bundled() });
  const inChromium = await page.evaluate((all) => {
    const { sophieDetector } = globalThis as unknown as { sophieDetector: typeof engine };
    return all.map((text) =>
      JSON.stringify([sophieDetector.detector.detect(text), sophieDetector.explain(text)]),
    );
  }, texts);
  const inNode = texts.map((text) => JSON.stringify([engine.detector.detect(text), engine.explain(text)]));
  expect(inChromium).toEqual(inNode);
});

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "@sophie/engine/detector";`, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "sophieDetector",
    conditions: ["sophie-source"],
  });
  return outputFiles[0]!.text;
}
