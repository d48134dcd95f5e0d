/** A visitor allows, or stops allowing, that behaviour is recorded (tier T2). */
import { accept, type Result, type SetConsent } from "@sophie/engine";
import type { VisitorActor, World } from "./world.ts";

export async function setConsent(
  { storage, now }: World,
  { id, site }: VisitorActor,
  { given }: SetConsent,
): Promise<Result<null>> {
  const key = { site, visitor: id };
  const consent = given ? "given" : "withdrawn";
  const known = await storage.lead(key);
  // Every page says it again; when it was first said is what counts.
  if (known?.consent !== consent) await storage.saveConsent(key, consent, now());
  return accept(null);
}
