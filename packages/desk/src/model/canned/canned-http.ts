/** Answers that are written already, over HTTP. What the server answers is parsed before it is believed. */
import { CannedReply, type SiteId } from "@sophie/engine";
import * as z from "zod/mini";
import { callServer, type ServerAnswer } from "../server-call.ts";

const CannedDocument = z.object({
  /** By name. */
  replies: z.array(CannedReply),
  /** Whether this agent may change the site's, too. */
  mayEditSite: z.boolean(),
});
export type CannedDocument = z.infer<typeof CannedDocument>;

const Trouble = z.object({ error: z.string(), field: z.optional(z.string()), wrong: z.optional(z.string()) });

export type CannedAnswer =
  | { readonly state: "done"; readonly document: CannedDocument }
  /** Somebody else was quicker: what there is now. */
  | { readonly state: "stale"; readonly document: CannedDocument }
  /** `field`: `name`, `texts` or `texts.nl`; `wrong` is the piece of the text that is no variable. */
  | { readonly state: "invalid"; readonly field: string; readonly wrong: string }
  | { readonly state: "failed" };

const pathOf = (site: SiteId) => `/api/sites/${encodeURIComponent(site)}/canned-replies`;

/** Null when it could not be read. */
export async function readCanned(site: SiteId): Promise<CannedDocument | null> {
  const answer = await callServer("GET", pathOf(site));
  return answer?.status === 200 ? documentIn(answer) : null;
}

export async function saveCanned(site: SiteId, reply: CannedReply): Promise<CannedAnswer> {
  return answerIn(await callServer("PUT", pathOf(site), reply));
}

export async function removeCanned(
  site: SiteId,
  { id, version, isOwn }: Pick<CannedReply, "id" | "version" | "isOwn">,
): Promise<CannedAnswer> {
  return answerIn(await callServer("POST", `${pathOf(site)}/remove`, { id, version, isOwn }));
}

function answerIn(answer: ServerAnswer | null): CannedAnswer {
  if (answer === null) return { state: "failed" };
  const document = documentIn(answer);
  if (answer.status === 200) return document === null ? { state: "failed" } : { state: "done", document };
  const trouble = Trouble.safeParse(answer.body);
  if (!trouble.success) return { state: "failed" };
  const { error, field = "", wrong = "" } = trouble.data;
  if (error === "stale_version" && document !== null) return { state: "stale", document };
  return error === "invalid" ? { state: "invalid", field, wrong } : { state: "failed" };
}

function documentIn({ body }: ServerAnswer): CannedDocument | null {
  const parsed = CannedDocument.safeParse(body);
  return parsed.success ? parsed.data : null;
}
