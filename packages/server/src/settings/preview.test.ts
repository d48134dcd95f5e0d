/** What the preview says is what would happen. */
import { DEFAULT_HANDOFF_SETTINGS } from "@sophie/engine";
import { expect, it } from "vitest";
import { previewOf, PreviewFacts } from "./preview.ts";

it("S5 S11 S15 where nobody is called somebody is all the same for a bot that is paused, and the preview says so", () => {
  const { otherwise } = DEFAULT_HANDOFF_SETTINGS;
  if (otherwise === null) throw new Error("There is a destination by default.");
  const settings = { ...DEFAULT_HANDOFF_SETTINGS, otherwise: { ...otherwise, mode: "none" as const } };
  const shown = (trigger: string) => {
    const { mode, message } = previewOf(settings, PreviewFacts.parse({ at: 0, trigger, language: "nl" }));
    return [mode, message.kind];
  };
  expect(shown("bot_paused")).toEqual(["async", "unavailable"]);
  expect(shown("demo_request")).toEqual(["none", "nobody"]);
});
