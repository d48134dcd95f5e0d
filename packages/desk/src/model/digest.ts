/** What the last working day left lying, as the server tells supervisors (H82). */
import { HandoffId, type SiteId } from "@sophie/engine";
import * as z from "zod/mini";
import { callServer } from "./server-call.ts";

const Digest = z.object({
  queues: z.array(z.object({ closedAt: z.int(), handoffs: z.array(z.object({ id: HandoffId })) })),
});

export interface LeftOver {
  /** The newest closing of any queue that left something. */
  readonly closedAt: number;
  readonly handoffs: readonly HandoffId[];
}

/** Of all these sites together; null if nothing was left, or nobody could say. */
export async function askLeftOver(sites: readonly SiteId[]): Promise<LeftOver | null> {
  const answers = await Promise.all(
    sites.map((site) => callServer("GET", `/api/sites/${encodeURIComponent(site)}/digest`)),
  );
  const queues = answers.flatMap((answer) =>
    answer?.status === 200 ? (Digest.safeParse(answer.body).data?.queues ?? []) : [],
  );
  if (queues.length === 0) return null;
  return {
    closedAt: Math.max(...queues.map(({ closedAt }) => closedAt)),
    handoffs: queues.flatMap(({ handoffs }) => handoffs.map(({ id }) => id)),
  };
}
