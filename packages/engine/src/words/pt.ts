/** What Sophie says in Portuguese. */
import type { Words } from "./words.ts";

export const pt: Words = {
  greeting: (site) => `Olá, sou a Sophie da ${site}. Como posso ajudar?`,
  admit: "Não tenho certeza sobre isso. Quer que eu chame uma pessoa da equipe?",
  yes: [
    "sim",
    "sim por favor",
    "por favor",
    "quero",
    "quero sim",
    "pode ser",
    "claro",
    "ok",
    "isso",
    "com certeza",
  ],
};
