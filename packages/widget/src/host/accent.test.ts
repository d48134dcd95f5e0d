/** Whatever colour a site asks for, text on it can be read. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readableOn, SURFACE } from "./accent.ts";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

/** WCAG 2.2, written down a second time, by its definition. */
function luminance(hex: string): number {
  return [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe("the site's colour", () => {
  it.each(["light", "dark"] as const)(
    "Q24 can be read on the %s surface, whatever was asked for",
    (scheme) => {
      fc.assert(
        fc.property(colour, (accent) => {
          expect(contrast(readableOn(scheme, accent), SURFACE[scheme])).toBeGreaterThanOrEqual(4.5);
        }),
        { numRuns: 2_000 },
      );
    },
  );

  it("is left as it is when it is good", () => {
    expect(readableOn("light", "#2563eb")).toBe("#2563eb");
    expect(readableOn("dark", "#ffcc00")).toBe("#ffcc00");
  });

  it.each(["#ffffff", "#ffff00", "#FAFAFA"])("%s is corrected, not obeyed", (accent) => {
    expect(readableOn("light", accent)).not.toBe(accent.toLowerCase());
  });
});
