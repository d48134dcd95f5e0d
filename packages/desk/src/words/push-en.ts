/** Notifications outside of the page, in English. */
import type { PushWords } from "./push-words.ts";

export const PUSH_EN: PushWords = {
  tag: "en-GB",
  trigger: {
    demo_request: "Demo request",
    price_question: "Price question",
    human_request: "Wants a person",
    hot_lead: "Hot lead",
    custom: "Custom signal",
    unknown: "Sophie did not know",
    feedback: "Unhappy visitor",
    bot_paused: "Sophie paused",
    takeover: "Taken over",
    ticket: "Ticket",
  },
  title: (signal) => `Urgent: ${signal}`,
  body: (site, due) => `${site} · answer before ${due}`,
  claimed: "Claimed",
  testTitle: "Test notification",
  testBody: "This is how Sophie calls you when something urgent waits.",
};
