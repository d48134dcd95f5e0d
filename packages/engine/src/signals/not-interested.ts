/** Whether a visitor says to want nothing of it, which counts against the lead (catalogue 5.4). Plain phrases, on purpose few. */
import type { CustomTrigger } from "../domain/custom-trigger.ts";
import { createTriggerFinder } from "./triggers.ts";

const PHRASES = [
  "niet geïnteresseerd",
  "niet meer geïnteresseerd",
  "geen interesse",
  "not interested",
  "no longer interested",
  "no interest in",
  "kein interesse",
  "nicht interessiert",
  "nicht mehr interessiert",
  "pas intéressé",
  "pas intéressée",
  "plus intéressé",
  "plus intéressée",
  "ne m'intéresse pas",
  "não estou interessado",
  "não estou interessada",
  "não tenho interesse",
  "não me interessa",
  "no me interesa",
  "no estoy interesado",
  "no estoy interesada",
];

const find = createTriggerFinder(
  PHRASES.map((phrase): CustomTrigger => ({
    id: phrase,
    name: phrase,
    phrase,
    language: null,
    inflected: false,
  })),
);

/** Whether a message says so, in one of the six languages. */
export function isNotInterested(text: string): boolean {
  return find(text).length > 0;
}
