/** What a visitor did on the site: stored once, at the server's time, and only while consent is given (tier T2). */
import { accept, type BehaviourEvent, refuse, type Result, type TrackBehaviour } from "@sophie/engine";
import type { VisitorActor, World } from "./world.ts";

export async function trackBehaviour(
  { storage, now }: World,
  { id, site }: VisitorActor,
  { events }: TrackBehaviour,
): Promise<Result<null>> {
  const at = now();
  const placed = events.map(({ agoMs, ...event }): BehaviourEvent => ({ ...event, at: at - agoMs }));
  const isStored = await storage.saveBehaviour({ site, visitor: id }, placed);
  return isStored ? accept(null) : refuse("no_consent");
}
