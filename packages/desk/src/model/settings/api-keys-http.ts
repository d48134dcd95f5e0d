/** The keys of a site over HTTP: listed, made and revoked by whoever may edit the bot. */
import type { SiteId } from "@sophie/engine";
import * as z from "zod/mini";
import { callServer, type ServerAnswer } from "../server-call.ts";

const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  /** Its last characters. */
  tail: z.string(),
  madeAt: z.int(),
  madeBy: z.string(),
  revokedAt: z.nullable(z.int()),
});
export type ApiKey = z.infer<typeof ApiKey>;

const Keys = z.object({ keys: z.array(ApiKey) });
const Made = z.object({ key: z.string(), keys: z.array(ApiKey) });

const pathOf = (site: SiteId) => `/api/sites/${encodeURIComponent(site)}/api-keys`;

/** Null if the server did not say. */
export async function fetchApiKeys(site: SiteId): Promise<readonly ApiKey[] | null> {
  return read(await callServer("GET", pathOf(site)), Keys)?.keys ?? null;
}

/** `key` is told this once. */
export async function makeApiKey(site: SiteId, name: string): Promise<z.infer<typeof Made> | null> {
  return read(await callServer("POST", pathOf(site), { name }), Made);
}

export async function revokeApiKey(site: SiteId, id: string): Promise<readonly ApiKey[] | null> {
  return read(await callServer("POST", `${pathOf(site)}/revoke`, { id }), Keys)?.keys ?? null;
}

function read<T>(answer: ServerAnswer | null, schema: z.ZodMiniType<T>): T | null {
  if (answer === null || answer.status >= 300) return null;
  return schema.safeParse(answer.body).data ?? null;
}
