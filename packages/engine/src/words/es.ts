/** What Sophie says in Spanish. */
import type { Words } from "./words.ts";

export const es: Words = {
  greeting: (site) => `Hola, soy Sophie de ${site}. ¿En qué puedo ayudarle?`,
  admit: "No estoy segura de eso. ¿Quiere que avise a una persona del equipo?",
  yes: [
    "si",
    "si por favor",
    "por favor",
    "claro",
    "claro que si",
    "vale",
    "ok",
    "de acuerdo",
    "bueno",
    "perfecto",
  ],
};
