/** Wanting nothing of it, said in so many words. */
import { expect, it } from "vitest";
import { isNotInterested } from "./not-interested.ts";

it.each([
  "Ik ben niet geïnteresseerd",
  "nee dank u, GEEN INTERESSE",
  "Sorry, I'm not interested.",
  "Ich habe kein Interesse",
  "Cela ne m'intéresse pas",
  "Não estou interessada, obrigada",
  "No me interesa",
])("T28 %j counts against the lead", (text) => {
  expect(isNotInterested(text)).toBe(true);
});

it.each([
  "Ik ben geïnteresseerd",
  "I am interested in this house",
  "Welche Zinsen?",
  "",
  "Is de rente niet te hoog?",
])("T28 %j does not", (text) => {
  expect(isNotInterested(text)).toBe(false);
});
