/** The calls of the reports page. What the server answers is parsed before it is believed; what fails is null. */
import {
  Handoff,
  HandoffId,
  Language,
  QualityReport,
  ShadowTest,
  SignalThreshold,
  type SiteId,
  TextSignal,
  TriggerType,
  Urgency,
  Verdict,
} from "@sophie/engine";
import * as z from "zod/mini";
import { callServer, type ServerAnswer } from "../server-call.ts";

const ThresholdDocument = z.object({
  /** Of the settings, in which thresholds are kept. */
  version: z.int(),
  mayEdit: z.boolean(),
  signals: z.array(SignalThreshold),
  /** The newest first; null: as the model has it. */
  changes: z.array(
    z.object({
      signal: TextSignal,
      from: z.nullable(z.number()),
      to: z.nullable(z.number()),
      at: z.number(),
      by: z.string(),
    }),
  ),
});
export type ThresholdDocument = z.infer<typeof ThresholdDocument>;

const Improvement = z.object({
  handoff: HandoffId,
  trigger: TriggerType,
  confidence: z.number(),
  language: Language,
  verdict: Verdict,
  evidence: Handoff.shape.evidence,
  features: z.array(z.object({ words: z.string(), share: z.number() })),
});
export type Improvement = z.infer<typeof Improvement>;

export interface ReportCalls {
  report(days: number, now: number): Promise<QualityReport | null>;
  thresholds(): Promise<ThresholdDocument | null>;
  shadow(signal: TextSignal, threshold: number): Promise<ShadowTest | null>;
  /** Null for a threshold: as the model has it. What it answers is what holds afterwards, also when somebody else was first. */
  setThreshold(
    signal: TextSignal,
    threshold: number | null,
    version: number,
  ): Promise<{ readonly isDone: boolean; readonly document: ThresholdDocument } | null>;
  improvements(signal: TriggerType | null): Promise<readonly Improvement[] | null>;
  /** Where the list is to be had as lines for the corpus. */
  exportHref(signal: TriggerType | null): string;
  urgency(): Promise<Urgency | null>;
}

const DAY_MS = 24 * 60 * 60_000;

export function reportCalls(site: SiteId): ReportCalls {
  const path = `/api/sites/${encodeURIComponent(site)}/quality`;
  const filtered = (signal: TriggerType | null) => (signal === null ? "" : `?signal=${signal}`);
  return {
    report: async (days, now) =>
      parsed(
        QualityReport,
        await callServer("GET", `${path}?from=${Math.floor(now - days * DAY_MS)}&until=${Math.floor(now)}`),
      ),
    thresholds: async () => parsed(ThresholdDocument, await callServer("GET", `${path}/thresholds`)),
    shadow: async (signal, threshold) =>
      parsed(ShadowTest, await callServer("POST", `${path}/thresholds/shadow`, { signal, threshold })),
    async setThreshold(signal, threshold, version) {
      const answer = await callServer("PUT", `${path}/thresholds`, { signal, threshold, version });
      const document = ThresholdDocument.safeParse(answer?.body);
      return document.success ? { isDone: answer?.status === 200, document: document.data } : null;
    },
    improvements: async (signal) =>
      parsed(
        z.object({ improvements: z.array(Improvement) }),
        await callServer("GET", `${path}/improvements${filtered(signal)}`),
      )?.improvements ?? null,
    exportHref: (signal) => `${path}/improvements/export${filtered(signal)}`,
    urgency: async () => parsed(Urgency, await callServer("GET", `${path}/urgency`)),
  };
}

function parsed<T>(schema: z.ZodMiniType<T>, answer: ServerAnswer | null): T | null {
  if (answer?.status !== 200) return null;
  return schema.safeParse(answer.body).data ?? null;
}
