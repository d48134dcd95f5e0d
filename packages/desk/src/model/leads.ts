/** How promising the visitors of handoffs are, asked for while somebody looks: nobody is told it unasked. */
import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { HandoffId, Lead, LeadShown, SendId } from "@sophie/engine";
import type { DeskRequest } from "./desk-line.ts";

export type LeadView =
  | { readonly state: "asking" }
  | { readonly state: "failed" }
  | { readonly state: "held"; readonly lead: Lead };

export interface Leads {
  of(handoff: HandoffId): ReadonlySignal<LeadView>;
  /** Asks, or asks again; while an answer is on its way, once more after it. */
  look(handoff: HandoffId): void;
  take(shown: LeadShown): void;
  fail(id: SendId): void;
}

interface LeadsPorts {
  readonly newId: () => SendId;
  readonly request: (request: DeskRequest) => void;
}

export function createLeads({ newId, request }: LeadsPorts): Leads {
  const views = new Map<HandoffId, Signal<LeadView>>();
  const asked = new Map<SendId, HandoffId>();
  const again = new Set<HandoffId>();

  function of(handoff: HandoffId): Signal<LeadView> {
    const held = views.get(handoff) ?? signal<LeadView>({ state: "asking" });
    views.set(handoff, held);
    return held;
  }

  function look(handoff: HandoffId): void {
    if ([...asked.values()].includes(handoff)) {
      again.add(handoff);
      return;
    }
    const id = newId();
    asked.set(id, handoff);
    request({ type: "show-lead", id, handoff });
  }

  function answered(id: SendId): HandoffId | undefined {
    const handoff = asked.get(id);
    asked.delete(id);
    if (handoff !== undefined && again.delete(handoff)) look(handoff);
    return handoff;
  }

  return {
    of,
    look,
    take({ id, handoff, lead }) {
      of(handoff).value = { state: "held", lead };
      answered(id);
    },
    fail(id) {
      const handoff = answered(id);
      if (handoff !== undefined && of(handoff).peek().state !== "held")
        of(handoff).value = { state: "failed" };
    },
  };
}
