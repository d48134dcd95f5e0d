/** How an agent may begin a call: a greeting for the hour, what the visitor was after, and a proposal (H87). */
import type { Address } from "../domain/handoff-settings.ts";
import type { Language } from "../domain/language.ts";

interface OpenerFacts {
  /** What the visitor is interested in; null where no name was said. */
  readonly object: string | null;
  /** In the visitor's words; null where nothing was asked. */
  readonly question: string | null;
}

interface OpenerWords {
  /** Until noon, until six, and after. */
  readonly greetings: readonly [morning: string, afternoon: string, evening: string];
  readonly interest: (object: string) => string;
  /** Where no object was named. */
  readonly contact: string;
  readonly asked: (question: string) => string;
  readonly proposal: string;
}

const GREETING = "{greeting}";
const MORNING_ENDS = 12;
const AFTERNOON_ENDS = 18;
/** Before this hour people still say good evening. */
const MORNING_BEGINS = 5;

const NL = ["Goedemorgen", "Goedemiddag", "Goedenavond"] as const;
const EN = ["Good morning", "Good afternoon", "Good evening"] as const;
const DE = ["Guten Morgen", "Guten Tag", "Guten Abend"] as const;
const FR = ["Bonjour", "Bonjour", "Bonsoir"] as const;
const PT = ["Bom dia", "Boa tarde", "Boa noite"] as const;
const ES = ["Buenos días", "Buenas tardes", "Buenas noches"] as const;

const ENGLISH: OpenerWords = {
  greetings: EN,
  interest: (object) => `I saw that you are interested in ${object}.`,
  contact: "you got in touch with us through the chat on our site.",
  asked: (question) => `You asked: “${question}”`,
  proposal: "Shall we plan a viewing?",
};

const OPENERS: Readonly<Record<Language, Readonly<Record<Address, OpenerWords>>>> = {
  nl: {
    formal: {
      greetings: NL,
      interest: (object) => `ik zag dat u interesse heeft in ${object}.`,
      contact: "u nam contact met ons op via de chat op onze site.",
      asked: (question) => `U vroeg: “${question}”`,
      proposal: "Zullen we een bezichtiging plannen?",
    },
    informal: {
      greetings: NL,
      interest: (object) => `ik zag dat je interesse hebt in ${object}.`,
      contact: "je nam contact met ons op via de chat op onze site.",
      asked: (question) => `Je vroeg: “${question}”`,
      proposal: "Zullen we een bezichtiging plannen?",
    },
  },
  en: { formal: ENGLISH, informal: ENGLISH },
  de: {
    formal: {
      greetings: DE,
      interest: (object) => `ich habe gesehen, dass Sie sich für ${object} interessieren.`,
      contact: "Sie haben uns über den Chat auf unserer Seite geschrieben.",
      asked: (question) => `Sie haben gefragt: „${question}“`,
      proposal: "Wollen wir eine Besichtigung vereinbaren?",
    },
    informal: {
      greetings: DE,
      interest: (object) => `ich habe gesehen, dass du dich für ${object} interessierst.`,
      contact: "du hast uns über den Chat auf unserer Seite geschrieben.",
      asked: (question) => `Du hast gefragt: „${question}“`,
      proposal: "Wollen wir eine Besichtigung vereinbaren?",
    },
  },
  fr: {
    formal: {
      greetings: FR,
      interest: (object) => `j’ai vu que vous vous intéressez à ${object}.`,
      contact: "vous nous avez contactés par le chat de notre site.",
      asked: (question) => `Vous avez demandé : « ${question} »`,
      proposal: "Voulez-vous que nous fixions une visite ?",
    },
    informal: {
      greetings: FR,
      interest: (object) => `j’ai vu que tu t’intéresses à ${object}.`,
      contact: "tu nous as contactés par le chat de notre site.",
      asked: (question) => `Tu as demandé : « ${question} »`,
      proposal: "Veux-tu que nous fixions une visite ?",
    },
  },
  pt: {
    formal: {
      greetings: PT,
      interest: (object) => `vi que tem interesse em ${object}.`,
      contact: "entrou em contacto connosco pelo chat do nosso site.",
      asked: (question) => `Perguntou: “${question}”`,
      proposal: "Vamos marcar uma visita?",
    },
    informal: {
      greetings: PT,
      interest: (object) => `vi que tens interesse em ${object}.`,
      contact: "entraste em contacto connosco pelo chat do nosso site.",
      asked: (question) => `Perguntaste: “${question}”`,
      proposal: "Vamos marcar uma visita?",
    },
  },
  es: {
    formal: {
      greetings: ES,
      interest: (object) => `he visto que le interesa ${object}.`,
      contact: "se puso en contacto con nosotros por el chat de nuestra web.",
      asked: (question) => `Preguntó: «${question}»`,
      proposal: "¿Le parece si concertamos una visita?",
    },
    informal: {
      greetings: ES,
      interest: (object) => `he visto que te interesa ${object}.`,
      contact: "te pusiste en contacto con nosotros por el chat de nuestra web.",
      asked: (question) => `Preguntaste: «${question}»`,
      proposal: "¿Te parece si concertamos una visita?",
    },
  },
};

/** With `{greeting}` in place of the greeting: which it is, is known only when the agent calls. */
export function openerFor(
  { object, question }: OpenerFacts,
  { language, address }: { readonly language: Language; readonly address: Address },
): string {
  const words = OPENERS[language][address];
  const about = object === null ? words.contact : words.interest(object);
  const asked = question === null ? [] : [words.asked(question)];
  return [`${GREETING}, ${about}`, ...asked, words.proposal].join(" ");
}

/** `hour` is the agent's local hour, 0–23. */
export function openerAt(opener: string, language: Language, hour: number): string {
  const [morning, afternoon, evening] = OPENERS[language].formal.greetings;
  const isEvening = hour >= AFTERNOON_ENDS || hour < MORNING_BEGINS;
  const greeting = isEvening ? evening : hour < MORNING_ENDS ? morning : afternoon;
  return opener.replace(GREETING, greeting);
}
