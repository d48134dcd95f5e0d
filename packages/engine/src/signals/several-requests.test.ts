/** All that one message asks for is found, and nothing of what it only tells of others. */
import { describe, expect, it } from "vitest";
import { detector } from "./detect.ts";

const found = (text: string) =>
  detector
    .detect(text)
    .signals.map(({ type }) => type.replace(/_.*/, ""))
    .sort();

const ALL = ["demo", "human", "price"];

describe("several requests in one message", () => {
  it.each([
    ["Kan ik het huis bezichtigen, is de prijs onderhandelbaar en kan ik iemand spreken?", ALL],
    ["Can I view the house, is the price negotiable and can I talk to someone?", ALL],
    ["Kann ich das Haus besichtigen, ist der Preis verhandelbar und kann ich jemanden sprechen?", ALL],
    ["Je peux visiter la maison, le prix est négociable et je peux parler à quelqu'un ?", ALL],
    ["Posso visitar a casa, o preço é negociável e posso falar com alguém?", ALL],
    ["¿Puedo visitar la casa, el precio es negociable y puedo hablar con alguien?", ALL],
    ["Ik wil een proefrit en weten wat de bijkomende kosten zijn", ["demo", "price"]],
    ["I'd like a demo and a discount for 50 users", ["demo", "price"]],
    ["Ich hätte gern eine Probefahrt, und gibt es Rabatt bei Barzahlung?", ["demo", "price"]],
    ["Rappelez-moi, j'aimerais savoir s'il y a des frais cachés", ["human", "price"]],
    ["Pode me ligar? Quero saber se há desconto à vista", ["human", "price"]],
    ["¿Hay gastos adicionales? Quiero hablar con un asesor", ["human", "price"]],
  ])("are all found: %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("of several requests, each", () => {
  it.each([
    ["Ik wil graag een bezichtiging en een medewerker spreken", /^bezichtiging$/, /^medewerker spreken$/],
    ["I would like a viewing and to speak to someone", /^viewing$/, /^speak to someone$/],
    [
      "Ich hätte gern eine Besichtigung und einen Mitarbeiter sprechen",
      /^Besichtigung$/,
      /^Mitarbeiter sprechen$/,
    ],
  ])(
    "is underlined apart from the others, without articles and the word between: %s",
    (text, demo, human) => {
      const underlined = (type: string) =>
        detector
          .detect(text)
          .signals.filter((signal) => signal.type === type)
          .flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
      expect(underlined("demo_request")).toEqual([expect.stringMatching(demo)]);
      expect(underlined("human_request")).toEqual([expect.stringMatching(human)]);
    },
  );
});

describe("the requests of others", () => {
  it.each([
    'Een klant vraagt mij "kan ik iemand spreken?", wat antwoord ik in jullie app?',
    'The review says "I want to talk to a person", is that about you?',
    'Im Inserat steht "Besichtigung nach Absprache", ist das ein Tippfehler?',
    "Mon voisin vous a demandé une remise l'an dernier, il était content",
    'Minha irmã escreveu "quero marcar uma visita" no seu site e nada aconteceu, é um erro?',
    'En la reseña dice "quiero hablar con un humano", qué gracia',
  ])("H28 are not the visitor's: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("T13 who wants to bid", () => {
  it.each([
    "ik wil een bod doen",
    "I want to make an offer",
    "Ich möchte ein Angebot abgeben",
    "Je veux faire une offre",
    "Quero fazer uma proposta",
    "Quiero hacer una oferta",
  ])("T13 asks a complex price question: %s", (text) => {
    expect(found(text)).toEqual(["price"]);
  });
});
