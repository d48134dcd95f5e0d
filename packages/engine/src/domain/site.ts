/** The public configuration of a site: what the widget needs to look and speak like that site. No secrets. */
import * as z from "zod/mini";
import { ContactChannel } from "./contact-channel.ts";
import { CustomTrigger } from "./custom-trigger.ts";
import { DetectionThresholds } from "./detection-thresholds.ts";
import { SiteId } from "./id.ts";
import { KnowledgeEntry } from "./knowledge-entry.ts";
import { Address } from "./handoff-settings.ts";
import { Language } from "./language.ts";
import { RequiredField } from "./required-field.ts";
import { TriggerType } from "./trigger.ts";

/** What the widget must know of the site's handoff settings. */
export const PublicHandoffSettings = z.object({
  paused: z.boolean(),
  address: Address,
  /** Signals and triggers that start nothing here. */
  ignored: z.array(TriggerType),
  unknownLimit: z.int(),
  asksFeedback: z.boolean(),
  /** What is asked for before a person is called, by what called for one; absent for nothing. */
  collect: z.partialRecord(TriggerType, z.array(RequiredField)),
  channels: z.array(ContactChannel),
  /** Whether there are pages on which nobody answers, so that a hello says which page it comes from (T22). */
  noReply: z.optional(z.boolean()),
});
export type PublicHandoffSettings = z.infer<typeof PublicHandoffSettings>;

/** The public configuration of a site, as `GET /api/sites/:id` gives it. */
export const SiteConfig = z.object({
  id: SiteId,
  name: z.string(),
  /** Used when the page names a language that Sophie does not speak. */
  language: Language,
  /** The site's colour, `#rrggbb`. A colour without contrast is corrected, not obeyed. */
  accent: z.string().check(z.regex(/^#[0-9a-f]{6}$/i)),
  /** What visitors of this site call its people, beside the usual words (H26). */
  roleNouns: z.array(z.string()),
  /** What they call a viewing or demo, beside the usual words. */
  productNouns: z.array(z.string()),
  /** Words and phrases with which this site wants a person fetched (S6). */
  triggers: z.array(CustomTrigger),
  /** From which confidence signals count here; absent where that is as the model has it (N4). */
  thresholds: z.optional(DetectionThresholds),
  /** What happens when a visitor writes after the end (F23). */
  afterClose: z.enum(["reopen", "new_conversation"]),
  knowledge: z.array(KnowledgeEntry),
  /** Whether there is more at `GET /api/sites/:id/answers`, for when the chat is opened; absent for no. */
  knows: z.optional(z.boolean()),
  /** Where the server answers with a language model, too: how long that may take. Absent where it does not. */
  assistant: z.optional(z.object({ patienceMs: z.int() })),
  /** Absent for the defaults. */
  handoff: z.optional(PublicHandoffSettings),
});
export type SiteConfig = z.infer<typeof SiteConfig>;
