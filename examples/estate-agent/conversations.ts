/** What happened on the site before the demo was opened: every status, every priority, six languages, some calm. */
import type { ExampleConversation } from "@sophie/server/example";

export const CONVERSATIONS: readonly ExampleConversation[] = [
  {
    language: "nl",
    minutesAgo: 17,
    steps: [
      { consents: true },
      { looksAt: "Kerkplein 3, Hazerdam", path: "/objecten/kerkplein-3", minutes: 3 },
      { looksAt: "Dorpstraat 15, Hazerdam", path: "/objecten/dorpstraat-15", minutes: 5 },
      { uses: "calculator" },
      { visitor: "Goedemiddag, staat Dorpstraat 15 nog te koop?" },
      { wait: 2, sophie: "Ja, Dorpstraat 15 is nog te koop. De vraagprijs is € 565.000 kosten koper." },
      { wait: 70, visitor: "Kan ik het huis dit weekend bezichtigen? We hebben onze hypotheek al rond." },
      { wait: 1, asks: "demo_request" },
    ],
  },
  {
    language: "en",
    minutesAgo: 21,
    steps: [
      { consents: true },
      { looksAt: "Havenkade 8, Hazerdam", path: "/objecten/havenkade-8", minutes: 4 },
      { visitor: "Hi! We are moving from Dublin in March and love Havenkade 8." },
      {
        wait: 3,
        sophie: "How nice! Havenkade 8 is listed at € 425,000 and has a roof terrace above the harbour.",
      },
      { wait: 95, visitor: "Could we book a viewing of the apartment, on Thursday if possible?" },
      { wait: 1, asks: "demo_request" },
    ],
  },
  {
    language: "nl",
    minutesAgo: 41,
    steps: [
      { visitor: "Ik kom er niet uit met de overdracht van het appartement van mijn moeder." },
      { wait: 3, sophie: "Dat is een lastige situatie. Wilt u dat een makelaar met u meekijkt?" },
      { wait: 40, visitor: "Ja, ik wil graag met een makelaar spreken." },
      { wait: 1, asks: "human_request" },
    ],
  },
  {
    language: "de",
    minutesAgo: 55,
    steps: [
      { visitor: "Guten Tag, wir suchen ein Haus mit Garten, etwa 140 m²." },
      { wait: 3, sophie: "Da passt Dorpstraat 15: 142 m² und ein Garten nach Süden." },
      { wait: 120, visitor: "Das klingt gut. Können wir das Haus am Samstag besichtigen?" },
      { wait: 1, asks: "demo_request" },
      { wait: 300, assigns: "Chris", to: "Ben" },
    ],
  },
  {
    language: "nl",
    minutesAgo: 28,
    steps: [
      { visitor: "Is de vraagprijs van Kerkplein 3 nog onderhandelbaar? Er moet een nieuwe keuken in." },
      { wait: 1, asks: "price_question" },
    ],
  },
  {
    language: "fr",
    minutesAgo: 262,
    steps: [
      { visitor: "Bonjour, nous habitons à Lille. Le prix de Havenkade 8 est-il négociable ?" },
      { wait: 1, asks: "price_question" },
    ],
  },
  {
    language: "nl",
    minutesAgo: 130,
    steps: [
      { visitor: "Hebben jullie ook garageboxen te huur in de buurt van de haven?" },
      { wait: 3, sophie: "Dat weet ik niet. Ik leg het voor aan een makelaar." },
      { wait: 1, asks: "unknown", by: "button" },
      { wait: 1_200, isAway: true },
    ],
  },
  {
    language: "nl",
    minutesAgo: 19,
    steps: [
      { visitor: "Hoi, wanneer kan ik Kerkplein 3 bezichtigen?" },
      { wait: 1, asks: "demo_request" },
      { wait: 240, starts: "Ben" },
      {
        wait: 25,
        agent: "Ben",
        says: "Goedemiddag, Ben Visser hier. Het kan morgen om half elf of om vier uur, wat komt u uit?",
      },
      { wait: 80, visitor: "Half elf is prima. Mogen we onze aannemer meenemen?" },
      {
        wait: 35,
        agent: "Ben",
        says: "Natuurlijk, graag zelfs. De eigenaar heeft de bouwtekeningen klaarliggen.",
      },
    ],
  },
  {
    language: "es",
    minutesAgo: 33,
    steps: [
      { visitor: "Buenos días, ¿puedo hablar con una persona? Tengo dudas sobre la hipoteca." },
      { wait: 1, asks: "human_request" },
      { wait: 200, starts: "Ben" },
      { wait: 45, agent: "Ben", says: "Buenos días, soy Ben. Dígame, ¿qué le gustaría saber?" },
      { wait: 90, visitor: "¿Cuánto necesito ahorrado para un piso de 425.000 euros?" },
    ],
  },
  {
    language: "pt",
    minutesAgo: 260,
    steps: [
      { visitor: "Bom dia, gostava de marcar uma visita ao apartamento." },
      { wait: 1, asks: "demo_request" },
      { wait: 400, starts: "Ana" },
      { wait: 30, agent: "Ana", says: "Bom dia! Sou a Ana. Sexta-feira às 15h00 serve?" },
      { wait: 60, visitor: "Serve, obrigada!" },
      { wait: 50, agent: "Ana", says: "Perfeito, até sexta. A morada é Havenkade 8." },
      { wait: 30, completes: "Ana" },
    ],
  },
  {
    language: "nl",
    minutesAgo: 1_510,
    steps: [
      { visitor: "Ik wil graag een makelaar spreken over de verkoop van onze woning." },
      { wait: 1, asks: "human_request" },
      { wait: 500, starts: "Ana" },
      {
        wait: 40,
        agent: "Ana",
        says: "Goedemorgen, Ana van Leeuwen. Zal ik woensdag om tien uur bij u langskomen?",
      },
      { wait: 130, visitor: "Dat is goed. Lindelaan 22." },
      { wait: 30, agent: "Ana", says: "Genoteerd, tot woensdag!" },
      { wait: 20, completes: "Ana" },
    ],
  },
  {
    language: "en",
    minutesAgo: 330,
    steps: [
      { visitor: "Can I talk to a real person? I want to sell you our new cleaning service." },
      { wait: 1, asks: "human_request" },
      { wait: 600, starts: "Ben" },
      { wait: 20, cancels: "Ben", because: "Verkoper, geen klant" },
    ],
  },
  {
    language: "nl",
    minutesAgo: 19,
    steps: [
      { consents: true },
      { looksAt: "Aanbod · Makelaardij Van Leeuwen", path: "/", minutes: 1 },
      { looksAt: "Havenkade 8, Hazerdam", path: "/objecten/havenkade-8", minutes: 5 },
      { visitor: "Hoort er een parkeerplaats bij Havenkade 8?" },
      { wait: 2, sophie: "Ja, bij Havenkade 8 hoort een eigen plek in de garage onder het gebouw." },
      { looksAt: "Dorpstraat 15, Hazerdam", path: "/objecten/dorpstraat-15", minutes: 3 },
      { looksAt: "Kerkplein 3, Hazerdam", path: "/objecten/kerkplein-3", minutes: 3 },
      { uses: "calculator" },
      { wait: 45, visitor: "En is er ook een berging?" },
      { wait: 2, sophie: "Ja, een berging van 6 m² op de begane grond." },
      { wait: 60, uses: "brochure" },
    ],
  },
  {
    language: "nl",
    minutesAgo: 9,
    steps: [
      { visitor: "Wat kost Havenkade 8?" },
      {
        wait: 2,
        sophie:
          "De vraagprijs van Havenkade 8 is € 425.000 kosten koper. De vereniging van eigenaren vraagt € 145 per maand.",
      },
      { wait: 45, visitor: "En welk energielabel?" },
      { wait: 2, sophie: "Dorpstraat 15 heeft label A, Havenkade 8 label B en Kerkplein 3 label C." },
    ],
  },
  {
    language: "en",
    minutesAgo: 4,
    steps: [
      { visitor: "Are you open on Saturday?" },
      { wait: 2, sophie: "Monday to Friday from 9:00 to 17:30, and Saturday from 10:00 to 14:00." },
    ],
  },
  {
    language: "de",
    minutesAgo: 2,
    steps: [{ visitor: "Hallo, gibt es in der Nähe der Dorpstraat eine Grundschule?" }],
  },
];
