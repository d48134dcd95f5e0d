/** Who turns down a person wants none, and who turns down the bot does: one word apart, in six languages. */
import { describe, expect, it } from "vitest";
import { detector } from "./detect.ts";

const NO_PERSON: Readonly<Record<string, readonly string[]>> = {
  nl: [
    "Ik wil geen mens spreken",
    "Ik hoef niemand te spreken hoor",
    "Nee dank je, geen medewerker nodig",
    "Jullie hoeven me niet te bellen",
    "Verbind mij alsjeblieft niet door",
    "Ik wil niet teruggebeld worden",
    "Ik chat liever met jou dan met een verkoper",
    "Een adviseur is niet nodig, dank u",
    "Doe maar geen gesprek met een makelaar",
  ],
  en: [
    "I don't want to talk to a person",
    "I do not need to speak with anyone",
    "No thanks, I don't need an agent",
    "Please don't call me back",
    "There's no need to put me through to someone",
    "I'd rather chat with you than with a salesperson",
    "I don't want anybody to contact me",
    "No human needed, just the address",
    "You don't have to transfer me",
  ],
  de: [
    "Bitte keinen Mitarbeiter",
    "Ich will mit niemandem sprechen",
    "Ich möchte keinen Menschen sprechen",
    "Bitte rufen Sie mich nicht zurück",
    "Sie müssen mich nicht verbinden",
    "Ich brauche keinen Berater, danke",
    "Ich schreibe lieber mit dir als mit einem Verkäufer",
    "Kein Rückruf nötig",
  ],
  fr: [
    "pas besoin de parler à quelqu'un",
    "Je ne veux parler à personne",
    "Je n'ai pas besoin d'un conseiller",
    "Ne me rappelez pas s'il vous plaît",
    "Inutile de me transférer à un agent",
    "Je ne souhaite pas être contacté par un commercial",
    "Je préfère discuter avec toi qu'avec un vendeur",
    "Pas d'humain merci",
  ],
  pt: [
    "Não quero falar com ninguém",
    "Não preciso falar com um atendente",
    "Por favor não me liguem",
    "Não precisa me transferir",
    "Não quero ser contactado por um vendedor",
    "Prefiro conversar com você do que com um vendedor",
    "Não é preciso chamar ninguém",
    "Sem atendente humano, obrigado",
  ],
  es: [
    "No quiero hablar con nadie",
    "No necesito hablar con una persona",
    "Por favor no me llamen",
    "No hace falta que me pases con nadie",
    "No quiero que me contacte un vendedor",
    "Prefiero chatear contigo que con un vendedor",
    "No necesito ningún asesor, gracias",
    "Sin agente humano, gracias",
  ],
};

const NO_BOT: Readonly<Record<string, readonly string[]>> = {
  nl: [
    "Ik wil niet met een bot praten",
    "Geen robot graag, een mens",
    "Ik wil geen computer maar een medewerker",
  ],
  en: ["I don't want to talk to a bot", "No robots, a human please", "Not a machine, I want a person"],
  de: [
    "nicht mit einem Bot, ich will einen Menschen",
    "Ich will nicht mit einer Maschine sprechen",
    "Kein Roboter bitte, ein Mensch",
  ],
  fr: [
    "Je ne veux pas parler à un bot",
    "Pas un robot, une personne",
    "Je ne veux pas d'une machine, un humain",
  ],
  pt: ["Não quero falar com um bot", "Nada de robô, quero uma pessoa", "Não quero máquina, quero um humano"],
  es: [
    "No quiero hablar con un bot",
    "Nada de robots, una persona",
    "No quiero una máquina, quiero un humano",
  ],
};

const asksForPerson = (text: string) =>
  detector.detect(text).signals.some(({ type }) => type === "human_request");

/** Of those above, so many may be mistaken; the model card names it among the weaknesses. */
const MISTAKEN_MAX = 3;

describe("refusals", () => {
  it("H28 turning down a person asks for none, hardly ever mistaken", () => {
    const mistaken = Object.values(NO_PERSON).flat().filter(asksForPerson);
    expect(mistaken.slice(MISTAKEN_MAX)).toEqual([]);
  });

  it.each(Object.keys(NO_BOT))("H27 %s: turning down the bot asks for a person", (language) => {
    expect(NO_BOT[language]!.filter((text) => !asksForPerson(text))).toEqual([]);
  });
});
