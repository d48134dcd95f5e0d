/** Names keep what stands between their parts. */
import { expect, it } from "vitest";
import type { Language } from "./language.ts";
import { splitName, surnameKey } from "./person-name.ts";

it.each<[string, Language, string, string]>([
  ["Jan de Vries", "nl", "Jan", "de Vries"],
  ["Émile van den Berg", "nl", "Émile", "van den Berg"],
  ["Anna van der Meer-de Jong", "nl", "Anna", "van der Meer-de Jong"],
  ["Hein van 't Hof", "nl", "Hein", "van 't Hof"],
  ["Sophie in ’t Veld", "nl", "Sophie", "in ’t Veld"],
  ["Jan Willem Bakker", "nl", "Jan Willem", "Bakker"],
  ["Ana", "nl", "Ana", ""],
  ["  Piet   Jansen ", "nl", "Piet", "Jansen"],
  ["Ana García López", "es", "Ana", "García López"],
  ["María José García López", "es", "María José", "García López"],
  ["María José García", "es", "María José", "García"],
  ["María del Carmen Pérez Ruiz", "es", "María del Carmen", "Pérez Ruiz"],
  ["José Ortega y Gasset", "es", "José", "Ortega y Gasset"],
  ["Ana García de la Cruz", "es", "Ana", "García de la Cruz"],
  ["João da Silva Santos", "pt", "João", "da Silva Santos"],
  ["Maria Pereira dos Santos", "pt", "Maria", "Pereira dos Santos"],
  ["Luís Miguel Sousa", "pt", "Luís Miguel", "Sousa"],
  ["Ludwig van Beethoven", "de", "Ludwig", "van Beethoven"],
  ["", "nl", "", ""],
])("H70 keeps %s whole: %s, %s, %s", (name, language, firstName, lastName) => {
  expect(splitName(name, language)).toEqual({ firstName, lastName });
});

it("H70 finds a last name in a list by the word after its particles", () => {
  expect(["de Vries", "van 't Hof", "Bakker", "García López", "de"].map(surnameKey)).toEqual([
    "Vries",
    "Hof",
    "Bakker",
    "García López",
    "de",
  ]);
});
