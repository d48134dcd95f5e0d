/** What a visitor's part in conversations means for the score, read from the log: no browser has a say in it (catalogue 5.4, H32). */
import { type BehaviourEvent, type Handoff, isNotInterested, type SignalType } from "@sophie/engine";
import type { TalkEntry } from "../storage/storage.ts";

type AskedFor = Exclude<SignalType, "hot_lead">;

/** `talk`: oldest first. `handoff`: the newest; what was asked for by a button stands in no message. */
export function chatBehaviour(
  talk: readonly TalkEntry[],
  handoff: Handoff | null,
): readonly BehaviourEvent[] {
  const events = talk.flatMap(({ conversation, entry }): BehaviourEvent[] => {
    const place = { id: `${conversation} ${entry.seq}`, at: entry.at, session: conversation };
    if (entry.kind === "signal") {
      const { type } = entry.signal;
      return isAskedFor(type) ? [{ ...place, kind: "signal_found", signal: type }] : [];
    }
    if (entry.author.kind !== "visitor") return [];
    const said: BehaviourEvent = { ...place, kind: "message_sent" };
    const refused: BehaviourEvent = { ...place, id: `${place.id} no`, kind: "not_interested" };
    return isNotInterested(entry.text) ? [said, refused] : [said];
  });
  const pressed = handoff !== null && handoff.source === "button" ? askedFor(handoff) : [];
  return [...events, ...pressed];
}

/** That a person was asked for counts like the signal in a message. */
export function askedFor({
  conversation,
  trigger,
  createdAt,
}: Pick<Handoff, "conversation" | "trigger" | "createdAt">): readonly BehaviourEvent[] {
  if (!isAskedFor(trigger)) return [];
  const id = `${conversation} asked`;
  return [{ id, at: createdAt, session: conversation, kind: "signal_found", signal: trigger }];
}

function isAskedFor(trigger: Handoff["trigger"]): trigger is AskedFor {
  return trigger === "demo_request" || trigger === "price_question" || trigger === "human_request";
}
