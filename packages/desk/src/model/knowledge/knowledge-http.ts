/** The calls of the knowledge page. What the server answers is parsed before it is believed; what fails is a value. */
import { KnowledgeEntry, Language, SignalType, type SiteId } from "@sophie/engine";
import * as z from "zod/mini";
import { callServer, type ServerAnswer } from "../server-call.ts";

const Saved = z.object({ version: z.int(), savedAt: z.int(), savedBy: z.string() });

export const KnowledgeDocument = z.object({
  version: z.int(),
  entries: z.array(KnowledgeEntry),
  language: Language,
  mayEdit: z.boolean(),
  history: z.array(Saved),
});
export type KnowledgeDocument = z.infer<typeof KnowledgeDocument>;

const Problem = z.object({ path: z.string(), code: z.string(), sentence: z.string() });
export type KnowledgeProblem = z.infer<typeof Problem>;

const Unknown = z.object({
  questions: z.array(z.object({ language: Language, question: z.string(), asked: z.int(), lastAt: z.int() })),
});
export type UnknownQuestion = z.infer<typeof Unknown>["questions"][number];

const Trial = z.object({ signal: z.nullable(z.object({ type: SignalType, confidence: z.number() })) });
export type Trial = z.infer<typeof Trial>;

export type SaveOutcome =
  | { readonly state: "saved"; readonly document: KnowledgeDocument }
  | { readonly state: "stale"; readonly document: KnowledgeDocument }
  | { readonly state: "invalid"; readonly problems: readonly KnowledgeProblem[] }
  | { readonly state: "failed" };

export interface KnowledgeCalls {
  /** Null when it could not be read. */
  read(): Promise<KnowledgeDocument | null>;
  save(version: number, entries: readonly KnowledgeEntry[]): Promise<SaveOutcome>;
  unknown(): Promise<readonly UnknownQuestion[]>;
  /** What the question calls a person for, if it does; null also when nobody could be asked. */
  tryOut(text: string): Promise<Trial["signal"]>;
}

export function knowledgeCalls(site: SiteId): KnowledgeCalls {
  const path = `/api/sites/${encodeURIComponent(site)}/knowledge`;
  return {
    read: async () => parsed(KnowledgeDocument, await callServer("GET", path)),
    unknown: async () => parsed(Unknown, await callServer("GET", `${path}/unknown`))?.questions ?? [],
    tryOut: async (text) => parsed(Trial, await callServer("POST", `${path}/try`, { text }))?.signal ?? null,
    async save(version, entries) {
      const answer = await callServer("PUT", path, { version, entries });
      const document = KnowledgeDocument.safeParse(answer?.body);
      if (answer?.status === 200 && document.success) return { state: "saved", document: document.data };
      if (answer?.status === 409 && document.success) return { state: "stale", document: document.data };
      const invalid = z.object({ problems: z.array(Problem) }).safeParse(answer?.body);
      return answer?.status === 422 && invalid.success
        ? { state: "invalid", problems: invalid.data.problems }
        : { state: "failed" };
    },
  };
}

function parsed<T>(schema: z.ZodMiniType<T>, answer: ServerAnswer | null): T | null {
  if (answer?.status !== 200) return null;
  const read = schema.safeParse(answer.body);
  return read.success ? read.data : null;
}
