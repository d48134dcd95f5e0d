/** Every handoff that this desk knows, by the one rule that decides between two copies: the newer holds. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { compareHandoffs, type Handoff, type HandoffId, isOpen } from "@sophie/engine";

export interface HandoffBook {
  readonly all: ReadonlySignal<ReadonlyMap<HandoffId, Handoff>>;
  /** In the order of the queue (R8). */
  readonly open: ReadonlySignal<readonly Handoff[]>;
  /** Keeps a copy unless a newer one is here. Returns whether it was kept. */
  put(handoff: Handoff): boolean;
  putAll(handoffs: readonly Handoff[]): void;
  /** The whole of what is open, as a welcome tells it. What is not among them and not newer than the line, is over. */
  replaceOpen(handoffs: readonly Handoff[]): readonly HandoffId[];
  /** From here on, what is put was heard on a new line. */
  beginLine(): void;
}

export function createHandoffBook(): HandoffBook {
  const all = signal<ReadonlyMap<HandoffId, Handoff>>(new Map());
  const open = computed(() =>
    [...all.value.values()].filter((handoff) => isOpen(handoff.status)).toSorted(compareHandoffs),
  );
  const heardOnThisLine = new Set<HandoffId>();

  function putAll(handoffs: readonly Handoff[]): number {
    const newer = handoffs.filter((handoff) => {
      heardOnThisLine.add(handoff.id);
      const held = all.peek().get(handoff.id);
      return held === undefined || isNewer(handoff, held);
    });
    if (newer.length > 0) {
      const next = new Map(all.peek());
      for (const handoff of newer) next.set(handoff.id, handoff);
      all.value = next;
    }
    return newer.length;
  }

  return {
    all,
    open,
    put: (handoff) => putAll([handoff]) === 1,
    putAll,
    replaceOpen(handoffs) {
      // Heard on this line before the welcome was written: newer than it, so its absence there proves nothing.
      const overtaking = new Set(heardOnThisLine);
      const told = new Set(handoffs.map((handoff) => handoff.id));
      const gone = open
        .peek()
        .map((handoff) => handoff.id)
        .filter((id) => !told.has(id) && !overtaking.has(id));
      if (gone.length > 0) {
        const next = new Map(all.peek());
        for (const id of gone) next.delete(id);
        all.value = next;
      }
      putAll(handoffs);
      return gone;
    },
    beginLine: () => heardOnThisLine.clear(),
  };
}

/** A score alone makes no new version (P34): of two copies of one, the later holds. */
function isNewer(handoff: Handoff, held: Handoff): boolean {
  if (handoff.version !== held.version) return handoff.version > held.version;
  return handoff.updatedAt > held.updatedAt;
}
