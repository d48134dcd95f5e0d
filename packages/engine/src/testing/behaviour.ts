/** A visitor's behaviour, told in a few words: each verb records events at the diary's present moment. */
import type { BehaviourEvent, LeadSource, PageKind } from "../domain/behaviour-event.ts";
import { MONDAY_NINE } from "./builders.ts";

/** Distributes over the union, so that each kind of event keeps its own fields. */
type Told<E> = E extends unknown ? Omit<E, "id" | "at" | "session"> : never;

/** Events of one visitor, each at the moment at which the diary stands. */
export class BehaviourDiary {
  readonly events: BehaviourEvent[] = [];
  /** Epoch ms; move it as you like. */
  now = MONDAY_NINE;
  session = "visit-1";

  /** Records anything, at the present moment of the present visit. */
  note(event: Told<BehaviourEvent>): this {
    this.events.push({
      ...event,
      id: `event-${this.events.length + 1}`,
      at: this.now,
      session: this.session,
    });
    return this;
  }

  views(page: string, pageKind: PageKind = "object", source?: LeadSource): this {
    return this.note({ kind: "page_viewed", page, pageKind, ...(source === undefined ? {} : { source }) });
  }

  dwells(page: string, seconds: number, pageKind: PageKind = "object"): this {
    return this.note({ kind: "page_dwelt", page, pageKind, visibleMs: seconds * 1_000 });
  }

  writes(times = 1): this {
    for (let time = 0; time < times; time += 1) this.note({ kind: "message_sent" });
    return this;
  }

  /** Time goes on. */
  waits(ms: number): this {
    this.now += ms;
    return this;
  }

  /** Another visit begins. */
  returns(session: string): this {
    this.session = session;
    return this;
  }
}
