/** Notifications outside of the page, in Dutch. */
import type { PushWords } from "./push-words.ts";

export const PUSH_NL: PushWords = {
  tag: "nl-NL",
  trigger: {
    demo_request: "Demo-aanvraag",
    price_question: "Prijsvraag",
    human_request: "Wil persoon spreken",
    hot_lead: "Hot lead",
    custom: "Eigen signaal",
    unknown: "Sophie wist het niet",
    feedback: "Ontevreden bezoeker",
    bot_paused: "Sophie gepauzeerd",
    takeover: "Overgenomen gesprek",
    ticket: "Ticket",
  },
  title: (signal) => `Urgent: ${signal}`,
  body: (site, due) => `${site} · antwoord vóór ${due}`,
  claimed: "Opgepakt",
  testTitle: "Testmelding",
  testBody: "Zo meldt Sophie zich als er iets urgents wacht.",
};
