/** Rules read as sentences, in both languages. */
import type { Destination, QueueId, RuleCondition } from "@sophie/engine";
import { expect, it } from "vitest";
import { aQueue } from "../../testing/settings-builders.ts";
import { EN } from "../../words/en.ts";
import { NL } from "../../words/nl.ts";
import { conditionsInWords, destinationInWords, type RoutingNames } from "./routing-words.ts";

const FINANCE = "finance" as QueueId;
const names: RoutingNames = {
  queues: [aQueue("finance", "Finance")],
  triggers: [{ id: "w", name: "Klacht", phrase: "klacht", language: null, inflected: true }],
  agents: [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben" },
  ],
};
const to = (change: Partial<Destination> = {}): Destination => ({
  queue: FINANCE,
  mode: "async",
  assign: { kind: "claim" },
  ...change,
});
const when = (...conditions: RuleCondition[]) => ({ when: conditions, to: to() });

it("F20 a rule is said in words: its conditions with and, what is within one with or", () => {
  const rule = when(
    { kind: "trigger", is: ["price_question", "demo_request"] },
    { kind: "hours", is: "closed" },
    { kind: "score", atLeast: 60 },
  );
  expect(conditionsInWords(rule, names, EN)).toBe(
    "If the reason is a price question or a demo request, Finance is closed and the lead score is 60 or more",
  );
  expect(conditionsInWords(rule, names, NL)).toBe(
    "Als de reden een prijsvraag of een demo-aanvraag is, Finance gesloten is en de leadscore 60 of hoger is",
  );
});

it("F20 a rule without conditions always fits, and says so", () => {
  expect(conditionsInWords(when(), names, EN)).toBe("Always");
});

it.each<[RuleCondition, string]>([
  [{ kind: "custom_trigger", id: "w" }, "If your own word “Klacht” is used"],
  [{ kind: "custom_trigger", id: "thrown away" }, "If your own word “(is gone)” is used"],
  [{ kind: "language", is: ["fr", "de"] }, "If the visitor speaks French or German"],
  [{ kind: "channel", is: ["whatsapp"] }, "If the conversation comes through WhatsApp"],
  [{ kind: "priority", is: ["urgent"] }, "If the priority is Urgent"],
  [{ kind: "customer", is: true }, "If the visitor is a customer already"],
])("S15 %j", (condition, said) => {
  expect(conditionsInWords(when(condition), names, EN)).toBe(said);
});

it.each<[Partial<Destination>, string]>([
  [{ mode: "live", assign: { kind: "next_available" } }, "Finance: at once, the first who is free"],
  [{ mode: "async" }, "Finance: follow up later, whoever takes it first"],
  [{ mode: "live", assign: { kind: "rotate_by_channel" } }, "Finance: at once, in turn by channel"],
  [
    { mode: "live", assign: { kind: "agents", agents: ["ana", "ben"] as never } },
    "Finance: at once, by Ana or Ben",
  ],
])("S9 S10 S14 S22 where it goes and how: %j", (change, said) => {
  expect(destinationInWords(to(change), names, EN)).toBe(said);
});

it("S11 S12 with nobody called, it says that Sophie goes on, and of nobody to whom", () => {
  const none = to({ mode: "none", assign: { kind: "next_available" } });
  expect(destinationInWords(none, names, EN)).toBe("Finance: to nobody, Sophie goes on");
});
