/** An address beside a request takes nothing from it, and asks for nothing by itself. */
import { describe, expect, it } from "vitest";
import { addressesIn } from "./addresses.ts";
import { detector } from "./detect.ts";

const found = (text: string) => addressesIn(text).map(({ start, end }) => text.slice(start, end));
const types = (text: string) => detector.detect(text).signals.map(({ type }) => type);

describe("addresses", () => {
  it.each([
    ["Kan ik iemand spreken? jan@example.nl", ["jan@example.nl"]],
    [
      "mail me (sue@x.org), or see https://a.example/b?talk=to-a-human.",
      ["(sue@x.org),", "https://a.example/b?talk=to-a-human."],
    ],
    ["www.huis.nl en en/of @thuis of 3 @ 4.50", ["www.huis.nl"]],
    ["geen adres", []],
  ])("are found in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("F11 H25 leave a request what it is", () => {
    expect(types("Kan ik iemand spreken? jan@example.nl")).toEqual(["human_request"]);
    expect(types("Posso visitar a casa no sábado? ana.silva@correio.pt")).toEqual(["demo_request"]);
  });

  it("H28 ask for nothing by themselves", () => {
    expect(types("https://example.com/x?talk=to-a-human")).toEqual([]);
    expect(types("iemand-spreken@makelaar.nl")).toEqual([]);
  });

  it("are looked for once, in however long a text", () => {
    const start = performance.now();
    addressesIn("@".repeat(50_000) + "a.".repeat(50_000));
    addressesIn(`${"a".repeat(100_000)}@`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
