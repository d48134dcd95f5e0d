/** What templates of rules are called, and what they are for; a rule that is made of one begins with its name. */
import type { Language } from "@sophie/engine";

type InAll = Readonly<Record<Language, string>>;

interface TemplateWords {
  readonly name: InAll;
  readonly about: InAll;
}

export const TEMPLATE_WORDS = {
  rotate_by_channel: {
    name: {
      nl: "Om de beurt per kanaal",
      en: "In turn for each channel",
      de: "Reihum je Kanal",
      fr: "À tour de rôle par canal",
      pt: "Em rodízio por canal",
      es: "Por turnos en cada canal",
    },
    about: {
      nl: "Verdeelt aanvragen om de beurt over je mensen, voor elk kanaal apart.",
      en: "Shares requests among your people in turn, for each channel apart.",
      de: "Verteilt Anfragen reihum auf Ihre Leute, für jeden Kanal getrennt.",
      fr: "Répartit les demandes à tour de rôle entre vos collègues, séparément pour chaque canal.",
      pt: "Distribui os pedidos em rodízio pela equipe, separadamente em cada canal.",
      es: "Reparte las solicitudes por turnos entre su equipo, por separado en cada canal.",
    },
  },
  closed_hours: {
    name: {
      nl: "Buiten openingstijden later beantwoorden",
      en: "Outside hours, answer later",
      de: "Außerhalb der Zeiten später antworten",
      fr: "Hors horaires, répondre plus tard",
      pt: "Fora do horário, responder depois",
      es: "Fuera de horario, responder después",
    },
    about: {
      nl: "Wie buiten de openingstijden om iemand vraagt, krijgt later antwoord en leest wanneer.",
      en: "Whoever asks for somebody outside hours is answered later, and reads when.",
      de: "Wer außerhalb der Zeiten nach jemandem fragt, bekommt später Antwort und liest, wann.",
      fr: "Qui demande quelqu’un hors horaires reçoit une réponse plus tard, et lit quand.",
      pt: "Quem pede alguém fora do horário recebe resposta depois, e lê quando.",
      es: "Quien pide a alguien fuera de horario recibe respuesta después, y lee cuándo.",
    },
  },
  prices_apart: {
    name: {
      nl: "Prijsvragen apart",
      en: "Price questions apart",
      de: "Preisfragen getrennt",
      fr: "Questions de prix à part",
      pt: "Perguntas de preço à parte",
      es: "Preguntas de precio aparte",
    },
    about: {
      nl: "Stuurt prijsvragen naar een eigen rij.",
      en: "Sends price questions to a queue of their own.",
      de: "Schickt Preisfragen in eine eigene Warteschlange.",
      fr: "Envoie les questions de prix dans une file à part.",
      pt: "Envia perguntas de preço para uma fila própria.",
      es: "Envía las preguntas de precio a una cola propia.",
    },
  },
} as const satisfies Record<string, TemplateWords>;
