/** Q15: the trap list. These hold a signal's own words and ask for nothing, and not one of them may fire. */
import { describe, expect, it } from "vitest";
import { detector } from "./detect.ts";

const TRAPS = {
  nl: [
    "Ik heb al met iemand gesproken",
    "user agent",
    "de agenda",
    "menselijk lichaam",
    "We hebben het huis gisteren bezichtigd",
    "Mijn afspraak van morgen wil ik annuleren",
    "U hoeft mij niet te bellen",
    "Mijn bod is geaccepteerd!",
    "De proefrit beviel goed, dank u",
  ],
  en: [
    "I already spoke to someone",
    "user agent",
    "the agenda",
    "human body",
    "We viewed the house yesterday",
    "I need to cancel my appointment tomorrow",
    "No need to call me back",
    "Our offer was accepted!",
    "The test drive went well, thanks",
  ],
  de: [
    "Ich habe schon mit jemandem gesprochen",
    "User-Agent",
    "die Agenda",
    "der menschliche Körper",
    "Wir haben das Haus gestern besichtigt",
    "Ich muss meinen Termin morgen absagen",
    "Sie brauchen mich nicht anzurufen",
    "Die Probefahrt war super, danke",
  ],
  fr: [
    "J'ai déjà parlé à quelqu'un",
    "user agent",
    "l'agenda",
    "le corps humain",
    "Nous avons visité la maison hier",
    "Je dois annuler mon rendez-vous de demain",
    "Inutile de me rappeler",
    "L'essai s'est bien passé, merci",
  ],
  pt: [
    "Já falei com alguém",
    "user agent",
    "a agenda",
    "o corpo humano",
    "Visitámos a casa ontem",
    "Preciso de cancelar a minha consulta de amanhã",
    "Não precisa de me ligar",
    "O test drive correu bem, obrigado",
  ],
  es: [
    "Ya hablé con alguien",
    "user agent",
    "la agenda",
    "el cuerpo humano",
    "Ayer visitamos la casa",
    "Tengo que cancelar mi cita de mañana",
    "No hace falta que me llamen",
    "La prueba de manejo estuvo muy bien, gracias",
  ],
} as const;

describe.each(Object.entries(TRAPS))("Q15 H28 the trap list, %s", (_language, traps) => {
  it.each(traps)("Q15 H28 nothing fires on: %s", (text) => {
    expect(detector.detect(text).signals).toEqual([]);
  });
});
