/** The variables in an answer that is written already: found, filled in, and told apart from what only looks like one. */
import type { Span } from "../domain/span.ts";

export const CANNED_VARIABLES = ["name", "object", "agent", "site"] as const;
export type CannedVariable = (typeof CANNED_VARIABLES)[number];

/** What each may be called, in the languages that Sophie speaks; the first is what a Dutch desk shows. */
const CALLED: Readonly<Record<CannedVariable, readonly string[]>> = {
  name: ["naam", "name", "nom", "nome", "nombre"],
  object: ["object", "objekt", "objet", "objeto"],
  agent: ["agent", "medewerker", "agente"],
  site: ["site", "website", "sitio"],
};
const VARIABLE_OF = new Map(
  CANNED_VARIABLES.flatMap((variable) => CALLED[variable].map((called) => [called, variable] as const)),
);

const BRACED = /\{([^{}]*)\}/g;

/** The first thing in braces that is no variable, or a brace without its other; null if all is well. */
export function badVariable(text: string): string | null {
  for (const [whole, called = ""] of text.matchAll(BRACED)) if (variableOf(called) === null) return whole;
  const left = text.replace(BRACED, "");
  return /[{}][^\s{}]{0,30}/.exec(left)?.[0] ?? null;
}

/** With every variable replaced that has a value; the others stay as they are, as gaps. */
export function fillCanned(text: string, values: Readonly<Record<CannedVariable, string>>): string {
  return text.replace(BRACED, (whole, called: string) => {
    const variable = variableOf(called);
    return variable === null ? whole : values[variable].trim() || whole;
  });
}

/** Where a variable still waits for somebody to say what it is. */
export function gapsIn(text: string): readonly Span[] {
  return [...text.matchAll(BRACED)]
    .filter(([, called = ""]) => variableOf(called) !== null)
    .map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }));
}

function variableOf(called: string): CannedVariable | null {
  return VARIABLE_OF.get(called.trim().toLowerCase()) ?? null;
}
