/** Who writes an answer in a conversation, and until when nobody else may send one (N9). */
import * as z from "zod/mini";
import { AgentName } from "./author.ts";

/** From the last key on, and from the sending of what was written. */
export const COMPOSER_LEASE_MS = 10_000;

export const ComposerLease = z.object({
  holder: AgentName,
  /** Server time, epoch ms; from this moment on anybody who may answer can hold it. */
  until: z.int(),
});
export type ComposerLease = z.infer<typeof ComposerLease>;

/** The lease that keeps this agent from sending at `now`; null where there is none, it is over, or it is their own. */
export function leaseOfAnother(
  lease: ComposerLease | null,
  agent: AgentName["id"],
  now: number,
): ComposerLease | null {
  return lease !== null && lease.until > now && lease.holder.id !== agent ? lease : null;
}
