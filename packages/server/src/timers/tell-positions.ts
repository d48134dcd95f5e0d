/** Tells those who wait where they stand: soon after they asked, and then only what has changed, every half minute at most. */
import type { ConversationId } from "@sophie/engine";
import type { WaitingPlaces } from "../commands/waiting-places.ts";
import type { World } from "../commands/world.ts";
import type { Hub } from "../hub/hub.ts";
import { type Repetition, repeat } from "../repeat.ts";
import type { Site } from "../storage/storage.ts";

const LOOK_EVERY_MS = 2_000;
/** What changes by the second is watched instead of waited with. */
const QUIET_MS = 30_000;

export interface PositionTeller extends Repetition {
  /** One look, as it happens every two seconds. */
  look(): Promise<void>;
}

export interface PositionOptions {
  readonly world: World;
  readonly hub: Pick<Hub, "hasVisitor" | "hasVisitors" | "tellPosition" | "waiting">;
  readonly places: Pick<WaitingPlaces, "look">;
  readonly sites: () => Iterable<Site>;
  readonly onFault: (what: string, error: unknown) => void;
}

interface Told {
  readonly at: number;
  readonly text: string;
}

export function tellPositions({ world, hub, places, sites, onFault }: PositionOptions): PositionTeller {
  let told: ReadonlyMap<ConversationId, Told> = new Map();

  async function look(isStopped: () => boolean = () => false): Promise<void> {
    const now = new Map<ConversationId, Told>();
    for (const site of hub.hasVisitors() ? sites() : []) {
      const waiting = await places.look(site).catch((error: unknown) => {
        onFault("positions", error);
        return new Map<never, never>();
      });
      for (const [conversation, place] of waiting) {
        if (isStopped() || !hub.hasVisitor(conversation)) continue;
        const before = told.get(conversation);
        const text = JSON.stringify(place);
        const isDue = before === undefined || (before.text !== text && world.now() - before.at >= QUIET_MS);
        if (isDue) hub.tellPosition({ type: "queue-position", conversation, ...place });
        now.set(conversation, isDue ? { at: world.now(), text } : before);
      }
    }
    // The other processes help those first who sit before their screens, too.
    hub.waiting.note([...now.keys()]);
    // Who left hears it anew on return; who is not waiting any more is forgotten.
    told = now;
  }

  return { look, ...repeat({ everyMs: LOOK_EVERY_MS, task: look }) };
}
