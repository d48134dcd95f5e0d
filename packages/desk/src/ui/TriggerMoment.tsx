/** When the visitor said what made Sophie call, by the server's clock, and the way to where it stands in the conversation (H58). */
import type { Handoff, LogEntry } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { isZone, momentTime, ownZone, zonedDay, zonedTime } from "../words/times.ts";
import { useDesk } from "./desk-context.ts";
import { showMessage } from "./show-message.ts";

interface TriggerMomentProps {
  readonly handoff: Pick<Handoff, "evidence" | "createdAt" | "zone">;
  readonly entries: readonly LogEntry[];
}

export function TriggerMoment({ handoff, entries }: TriggerMomentProps): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const { evidence } = handoff;
  const at = triggeredAt(handoff, entries);
  return (
    <>
      {at !== null && (
        <>
          {" · "}
          {text.panel.moment}{" "}
          <time dateTime={new Date(at).toISOString()} title={zonedMoment(at, handoff.zone)}>
            {momentTime(at, desk.now.peek(), text)}
          </time>
        </>
      )}
      {evidence !== null && (
        <>
          {" · "}
          <button type="button" class="link" onClick={() => showMessage(evidence.message)}>
            {text.panel.toMessage}
          </button>
        </>
      )}
    </>
  );
}

/** Null until the message is here: the handoff may be much younger than what was said. */
function triggeredAt({ evidence, createdAt }: TriggerMomentProps["handoff"], entries: readonly LogEntry[]) {
  if (evidence === null) return createdAt;
  const said = entries.find((entry) => entry.kind === "message" && entry.id === evidence.message);
  return said?.at ?? null;
}

/** By the visitor's clock where that is known; else by the agent's own, which is then named. */
function zonedMoment(at: number, zone: string | undefined): string {
  const text = words.value;
  const moment = (where: string) => `${zonedDay(at, where, text)} ${zonedTime(at, where, text)}`;
  if (zone !== undefined && isZone(zone)) return text.panel.visitorTime(moment(zone), zone);
  return text.panel.ownTime(moment(ownZone()), ownZone());
}
