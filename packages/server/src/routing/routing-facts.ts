/** What rules may ask about a handoff: all that is known of it at the instant at which it is routed. */
import type { Channel, Language, Priority, TriggerType } from "@sophie/engine";

export interface RoutingFacts {
  readonly trigger: TriggerType;
  /** The name of the site's own trigger; null unless it was one. */
  readonly triggerName: string | null;
  readonly language: Language;
  readonly channel: Channel;
  readonly priority: Priority;
  /** Lead score, 0–100. */
  readonly score: number;
  /** Whether the visitor has bought before (T32). */
  readonly customer: boolean;
  /** Epoch ms. */
  readonly at: number;
}
