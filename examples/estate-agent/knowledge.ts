/** What Sophie can answer for this estate agent by herself, in Dutch and in English. */
import type { KnowledgeEntry } from "@sophie/engine";

export const KNOWLEDGE: readonly KnowledgeEntry[] = [
  {
    id: "nl-open",
    language: "nl",
    question: "Wat zijn jullie openingstijden?",
    variants: ["Wanneer zijn jullie open?", "Zijn jullie zaterdag open?", "Hoe laat gaan jullie dicht?"],
    answer:
      "We zijn open van maandag tot en met vrijdag van 9.00 tot 17.30 uur, en op zaterdag van 10.00 tot 14.00 uur.",
  },
  {
    id: "nl-adres",
    language: "nl",
    question: "Waar zit jullie kantoor?",
    variants: ["Wat is het adres van het kantoor?", "Waar kan ik jullie vinden?"],
    answer: "Marktstraat 4 in Hazerdam, boven de bakker. Parkeren kan gratis achter de kerk.",
  },
  {
    id: "nl-prijs-dorpstraat",
    language: "nl",
    question: "Wat kost Dorpstraat 15?",
    variants: ["Wat is de vraagprijs van Dorpstraat 15?", "Hoeveel kost het huis aan de Dorpstraat?"],
    answer:
      "De vraagprijs van Dorpstraat 15 is € 565.000 kosten koper. Het is 142 m² groot, met een tuin op het zuiden.",
  },
  {
    id: "nl-prijs-kerkplein",
    language: "nl",
    question: "Wat kost Kerkplein 3?",
    variants: ["Wat is de vraagprijs van Kerkplein 3?", "Hoeveel kost het hoekhuis aan het Kerkplein?"],
    answer: "De vraagprijs van Kerkplein 3 is € 489.000 kosten koper, de keukenapparatuur inbegrepen.",
  },
  {
    id: "nl-prijs-havenkade",
    language: "nl",
    question: "Wat kost Havenkade 8?",
    variants: ["Wat is de vraagprijs van Havenkade 8?", "Hoeveel kost het appartement aan de Havenkade?"],
    answer:
      "De vraagprijs van Havenkade 8 is € 425.000 kosten koper. De vereniging van eigenaren vraagt € 145 per maand.",
  },
  {
    id: "nl-energielabel",
    language: "nl",
    question: "Welk energielabel hebben de huizen?",
    variants: ["Wat is het energielabel?", "Is het huis geïsoleerd?"],
    answer: "Dorpstraat 15 heeft label A, Havenkade 8 label B en Kerkplein 3 label C.",
  },
  {
    id: "nl-kosten-koper",
    language: "nl",
    question: "Wat betekent k.k.?",
    variants: ["Wat betekent kosten koper?", "Waar staat k.k. voor?"],
    answer:
      "Kosten koper: bovenop de prijs betaalt u de overdrachtsbelasting en de notaris. Reken in totaal op ongeveer 4 %.",
  },
  {
    id: "nl-verkopen",
    language: "nl",
    question: "Kunnen jullie mijn huis verkopen?",
    variants: ["Verkopen jullie ook woningen?", "Ik wil mijn huis verkopen"],
    answer:
      "Graag. Een eerste gesprek en een waardebepaling kosten niets; daarna hoort u precies wat we voor u kunnen doen.",
  },
  {
    id: "en-open",
    language: "en",
    question: "What are your opening hours?",
    variants: ["When are you open?", "Are you open on Saturday?"],
    answer: "Monday to Friday from 9:00 to 17:30, and Saturday from 10:00 to 14:00.",
  },
  {
    id: "en-price-havenkade",
    language: "en",
    question: "How much is Havenkade 8?",
    variants: ["What is the price of Havenkade 8?", "What does the apartment on the Havenkade cost?"],
    answer: "Havenkade 8 is listed at € 425,000. The owners' association asks € 145 a month.",
  },
  {
    id: "en-price-dorpstraat",
    language: "en",
    question: "How much is Dorpstraat 15?",
    variants: ["What is the price of Dorpstraat 15?", "What does the house on the Dorpstraat cost?"],
    answer: "Dorpstraat 15 is listed at € 565,000: 142 m², five rooms and a garden that faces south.",
  },
  {
    id: "en-english",
    language: "en",
    question: "Do you speak English?",
    variants: ["Can I write in English?", "Is everything in Dutch?"],
    answer: "Yes, all of us do, and we explain the Dutch contracts in English before you sign anything.",
  },
];
