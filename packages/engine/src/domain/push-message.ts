/** What wakes up an agent's device: nothing that a visitor wrote, since it passes through a push service (H93). */
import * as z from "zod/mini";
import { HandoffId } from "./id.ts";
import { DeskLanguage } from "./notification-settings.ts";
import { Priority } from "./priority.ts";
import { TriggerType } from "./trigger.ts";

export const PushMessage = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("urgent"),
    language: DeskLanguage,
    handoff: HandoffId,
    trigger: TriggerType,
    /** As the site's people call it; null unless it is their own. */
    triggerName: z.nullable(z.string()),
    priority: Priority,
    /** The site's name. */
    site: z.string(),
    /** Epoch ms. */
    dueAt: z.int(),
  }),
  /** Somebody has it: what was shown of it is taken away. */
  z.object({ kind: z.literal("over"), language: DeskLanguage, handoff: HandoffId }),
  /** Asked for by the agent, to see whether it arrives. */
  z.object({ kind: z.literal("test"), language: DeskLanguage, id: z.string() }),
]);
export type PushMessage = z.infer<typeof PushMessage>;
