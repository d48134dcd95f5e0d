/** What there is of the desk outside of the page: whether anybody looks at it, what is shown elsewhere on this device, what is pressed there. */
import { computed, effect, type ReadonlySignal } from "@preact/signals";
import type { Agent, Handoff } from "@sophie/engine";
import { go } from "../address.ts";
import type { DeskLineState, DeskTelling } from "../desk-line.ts";
import type { Sight } from "../sight.ts";
import type { PushDevice } from "./push-device.ts";

interface OutsidePorts {
  readonly me: ReadonlySignal<Agent | null>;
  readonly line: ReadonlySignal<DeskLineState>;
  readonly open: ReadonlySignal<readonly Handoff[]>;
  readonly sight: Sight;
  readonly device: PushDevice;
  readonly tell: (telling: DeskTelling) => void;
}

/** Until the returned function is called. */
export function followOutside({ me, line, open, sight, device, tell }: OutsidePorts): () => void {
  /** As long as somebody looks here, nobody is woken up elsewhere. */
  function tellSight(): void {
    if (line.value.state === "online") tell({ type: "set-visibility", visible: sight.isVisible() });
  }

  const waiting = computed(() =>
    open.value.flatMap(({ id, status }) => (status === "pending" ? [id] : [])).join(" "),
  );
  const stops = [
    effect(tellSight),
    sight.onChange(tellSight),
    // What was shown on this device while nobody looked is taken away once somebody has it.
    effect(() => {
      const ids = waiting.value;
      if (me.value !== null) void device.keepOnly(new Set(ids.split(" ")));
    }),
    device.onNews((news) => {
      if (news.kind === "open") go({ page: "handoffs", id: news.handoff });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
