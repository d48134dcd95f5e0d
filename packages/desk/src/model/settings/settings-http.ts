/** The settings of a site over HTTP: read, saved, tried out, and read back from an older version. What fails is a value. */
import {
  Address,
  DateOverride,
  Destination,
  HandoffMode,
  HandoffSettings,
  Language,
  LocalText,
  type Priority,
  QueueId,
  RoutingRule,
  RuleCondition,
  type SiteId,
  type TriggerType,
} from "@sophie/engine";
import * as z from "zod/mini";
import { callServer, type ServerAnswer } from "../server-call.ts";

const SavedVersion = z.object({
  version: z.int(),
  savedAt: z.number(),
  /** Who saved it, by name. */
  savedBy: z.string(),
});
export type SavedVersion = z.infer<typeof SavedVersion>;

/** What is wrong or worth knowing, at which setting: `calendars.0.zone`. The sentence is in English; the code is for other languages. */
const Problem = z.object({ path: z.string(), code: z.string(), sentence: z.string() });
export type Problem = z.infer<typeof Problem>;

const SettingsDocument = z.object({
  settings: HandoffSettings,
  mayEdit: z.boolean(),
  /** Newest first. */
  history: z.array(SavedVersion),
  /** What holds and still surprises. */
  warnings: z.array(Problem),
});
export type SettingsDocument = z.infer<typeof SettingsDocument>;

const Preview = z.object({
  isOpen: z.boolean(),
  /** When it opens next; null when it is open, or never opens. */
  opensAt: z.nullable(z.number()),
  rule: z.nullable(z.object({ id: z.string(), name: z.string() })),
  destination: z.nullable(Destination),
  mode: z.nullable(HandoffMode),
  /** Whether and when it goes on to others if nobody opens it (T1, T10). */
  overflow: z.discriminatedUnion("state", [
    z.object({ state: z.enum(["off", "claimed", "outside_hours"]) }),
    z.object({ state: z.literal("goes_on"), at: z.number(), queues: z.array(QueueId), hopsMax: z.int() }),
  ]),
  message: z.object({ kind: z.string(), text: z.string() }),
  trace: z.array(
    z.object({
      rule: z.object({ id: z.string(), name: z.string() }),
      matched: z.boolean(),
      failed: z.nullable(RuleCondition),
    }),
  ),
});
export type Preview = z.infer<typeof Preview>;

const Template = z.object({ id: z.string(), name: LocalText, about: LocalText, rules: z.array(RoutingRule) });
export type Template = z.infer<typeof Template>;

/** Sophie's own words for the messages that a site may put its own in place of. */
const DefaultMessage = z.object({
  available: z.string(),
  unavailable: z.string(),
  unassigned: z.string(),
  /** For not assigned, where the conversation is closed then. */
  closing: z.string(),
});
const DefaultMessages = z.record(Address, z.record(Language, DefaultMessage));
export type DefaultMessages = z.infer<typeof DefaultMessages>;

/** What of the site itself the settings are about. */
const SiteFacts = z.object({
  language: Language,
  roleNouns: z.array(z.string()),
  productNouns: z.array(z.string()),
});
export type SiteFacts = z.infer<typeof SiteFacts>;

/** What somebody wants to know: this, at that instant. */
export interface PreviewQuestion {
  readonly at: number;
  readonly trigger: TriggerType;
  /** Of the site's own word, when that is the reason. */
  readonly triggerName: string | null;
  readonly language: Language;
  readonly priority: Priority;
  readonly score: number;
  readonly customer: boolean;
  /** Whether somebody of the queue is online. */
  readonly staffed: boolean;
}

export type CallFailure = {
  readonly ok: false;
  readonly why: "signed-out" | "forbidden" | "missing" | "unreachable" | "failed";
};
type Answer<T> = { readonly ok: true; readonly value: T } | CallFailure;

export type SaveAnswer =
  | { readonly ok: true; readonly saved: SettingsDocument }
  /** Somebody else saved first. */
  | { readonly ok: false; readonly why: "stale"; readonly theirs: SettingsDocument }
  | { readonly ok: false; readonly why: "invalid"; readonly problems: readonly Problem[] }
  | CallFailure;

export type PreviewAnswer =
  | { readonly ok: true; readonly value: Preview }
  | { readonly ok: false; readonly why: "invalid"; readonly problems: readonly Problem[] }
  | CallFailure;

export interface SettingsCalls {
  site(): Promise<Answer<SiteFacts>>;
  read(): Promise<Answer<SettingsDocument>>;
  readVersion(version: number): Promise<Answer<HandoffSettings>>;
  save(settings: HandoffSettings): Promise<SaveAnswer>;
  preview(settings: HandoffSettings, question: PreviewQuestion): Promise<PreviewAnswer>;
  /** The days of an iCalendar file on which it is closed. */
  readCalendar(file: string): Promise<Answer<readonly DateOverride[]>>;
  templates(): Promise<Answer<readonly Template[]>>;
  defaultMessages(): Promise<Answer<DefaultMessages>>;
}

export function settingsCalls(site: SiteId): SettingsCalls {
  const path = `/api/sites/${encodeURIComponent(site)}/handoff-settings`;
  return {
    site: async () => {
      const answer = await callServer("GET", `/api/sites/${encodeURIComponent(site)}`);
      return parsed(answer, SiteFacts);
    },
    read: async () => parsed(await callServer("GET", path), SettingsDocument),
    readVersion: async (version) => {
      const answer = parsed(
        await callServer("GET", `${path}/versions/${version}`),
        z.object({ settings: HandoffSettings }),
      );
      return answer.ok ? { ok: true, value: answer.value.settings } : answer;
    },
    async save(settings) {
      const answer = await callServer("PUT", path, { settings });
      if (answer?.status === 409) {
        const theirs = parsed({ ...answer, status: 200 }, SettingsDocument);
        return theirs.ok ? { ok: false, why: "stale", theirs: theirs.value } : theirs;
      }
      const problems = problemsOf(answer);
      if (problems !== null) return { ok: false, why: "invalid", problems };
      const saved = parsed(answer, SettingsDocument);
      return saved.ok ? { ok: true, saved: saved.value } : saved;
    },
    async preview(settings, question) {
      const answer = await callServer("POST", `${path}/preview`, { settings, channel: "web", ...question });
      const problems = problemsOf(answer);
      return problems === null ? parsed(answer, Preview) : { ok: false, why: "invalid", problems };
    },
    readCalendar: async (file) => {
      const answer = parsed(
        await callServer("POST", `${path}/calendars/ical`, { text: file }),
        z.object({ overrides: z.array(DateOverride) }),
      );
      return answer.ok ? { ok: true, value: answer.value.overrides } : answer;
    },
    defaultMessages: async () => parsed(await callServer("GET", `${path}/default-messages`), DefaultMessages),
    templates: async () => {
      const answer = parsed(
        await callServer("GET", `${path}/templates`),
        z.object({ templates: z.array(Template) }),
      );
      return answer.ok ? { ok: true, value: answer.value.templates } : answer;
    },
  };
}

function problemsOf(answer: ServerAnswer | null): readonly Problem[] | null {
  if (answer?.status !== 422) return null;
  return z.object({ problems: z.array(Problem) }).safeParse(answer.body).data?.problems ?? null;
}

function parsed<T>(answer: ServerAnswer | null, schema: z.ZodMiniType<T>): Answer<T> {
  if (answer === null) return { ok: false, why: "unreachable" };
  if (answer.status === 401) return { ok: false, why: "signed-out" };
  if (answer.status === 403) return { ok: false, why: "forbidden" };
  if (answer.status === 404) return { ok: false, why: "missing" };
  const read = answer.status === 200 ? schema.safeParse(answer.body) : null;
  return read?.success === true ? { ok: true, value: read.data } : { ok: false, why: "failed" };
}
