/** What talking to Sophie is worth (catalogue 5.4, H32). */
import type { BehaviourEvent } from "../domain/behaviour-event.ts";
import type { ScoringConfig } from "../domain/scoring-config.ts";
import type { Award } from "./behaviour.ts";

/** `events`: oldest first. */
export function chatAwards(
  events: readonly BehaviourEvent[],
  { message, signal, notInterested }: ScoringConfig["behaviour"]["chat"],
): readonly Award[] {
  let messages = 0;
  return events.flatMap((event): Award[] => {
    switch (event.kind) {
      case "message_sent":
        messages += 1;
        return messages > 1 ? [{ rule: "chat.message", event, ...message }] : [];
      case "signal_found":
        return [{ rule: `chat.${event.signal}`, event, points: signal[event.signal] }];
      case "not_interested":
        return [{ rule: "chat.notInterested", event, points: notInterested.points }];
      default:
        return [];
    }
  });
}
