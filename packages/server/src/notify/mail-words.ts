/** What mail to agents says, in the languages of the desk. */
import type { DeskLanguage, TriggerType } from "@sophie/engine";

export interface MailWords {
  readonly trigger: Readonly<Record<TriggerType, string>>;
  subject(signal: string, site: string, due: string): string;
  greeting(name: string): string;
  waits(minutes: number): string;
  readonly signal: string;
  readonly site: string;
  readonly due: string;
  readonly open: string;
  readonly why: string;
  readonly testSubject: string;
  readonly testText: string;
}

export const MAIL_WORDS: Readonly<Record<DeskLanguage, MailWords>> = {
  nl: {
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
    subject: (signal, site, due) => `Urgent: ${signal} · ${site} · antwoord vóór ${due}`,
    greeting: (name) => `Dag ${name},`,
    waits: (minutes) =>
      minutes === 1
        ? "Een urgente handoff wacht al een minuut en niemand heeft hem opgepakt."
        : `Een urgente handoff wacht al ${minutes} minuten en niemand heeft hem opgepakt.`,
    signal: "Signaal",
    site: "Site",
    due: "Antwoord vóór",
    open: "Open de handoff",
    why: "Je krijgt over elke handoff hoogstens één mail. Uitzetten kan bij Mijn meldingen, op de pagina Handoffs.",
    testSubject: "Testbericht van Sophie",
    testText: "Dit is het testbericht waar je om vroeg. Mail over urgente handoffs komt op dit adres aan.",
  },
  en: {
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
    subject: (signal, site, due) => `Urgent: ${signal} · ${site} · answer before ${due}`,
    greeting: (name) => `Hello ${name},`,
    waits: (minutes) =>
      minutes === 1
        ? "An urgent handoff has waited for a minute and nobody has claimed it."
        : `An urgent handoff has waited for ${minutes} minutes and nobody has claimed it.`,
    signal: "Signal",
    site: "Site",
    due: "Answer before",
    open: "Open the handoff",
    why: "You get at most one mail about each handoff. Turn this off under My notifications, on the Handoffs page.",
    testSubject: "Test message from Sophie",
    testText: "This is the test message that you asked for. Mail about urgent handoffs reaches this address.",
  },
};
