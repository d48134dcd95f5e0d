/** What counts as a value on the server, whatever pattern a site has and whatever a visitor types. */
import type { RequiredField } from "@sophie/engine";
import { expect, it } from "vitest";
import { validFieldValue } from "./field-value.ts";

const order = (pattern: string): RequiredField => ({
  key: "order",
  kind: "order_number",
  label: {},
  pattern,
});

it("S8 an answer on which a site's pattern would never end is no answer, and stops nobody", () => {
  const start = performance.now();
  const endless = `VL-${"0".repeat(60)}!`;
  expect(validFieldValue(order("VL-(\\w|\\d)+"), endless, ["nl"])).toBeNull();
  expect(performance.now() - start).toBeLessThan(1_000);
});

it("F10 an answer that the pattern holds is kept, whatever other answers would do to it", () => {
  expect(validFieldValue(order("VL-(\\w|\\d)+"), " VL-2026 ", ["nl"])).toBe("VL-2026");
  expect(validFieldValue(order("\\d{6}"), "12345", ["nl"])).toBeNull();
});
