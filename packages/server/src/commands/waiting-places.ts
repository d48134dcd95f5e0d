/** Where everybody who waits stands, looked up once for all who ask within a moment: after a restart a whole crowd does. */
import type { ConversationId, QueuePlace, SiteId } from "@sophie/engine";
import type { Site } from "../storage/storage.ts";
import { waitingVisitors } from "./waiting-visitors.ts";
import type { World } from "./world.ts";

/** Older than this it is looked up anew. */
const FRESH_MS = 2_000;

export type Places = ReadonlyMap<ConversationId, QueuePlace>;

interface Looked {
  readonly at: number;
  readonly places: Promise<Places>;
}

export class WaitingPlaces {
  readonly #world: World;
  readonly #looked = new Map<SiteId, Looked>();

  constructor(world: World) {
    this.#world = world;
  }

  /** As it stands now. */
  async look(site: Site): Promise<Places> {
    const places = waitingVisitors(this.#world, site).then(
      (waiting) => new Map(waiting.map(({ conversation, ...place }) => [conversation, place])),
    );
    this.#looked.set(site.config.id, { at: this.#world.now(), places });
    return places;
  }

  /** As it stood a moment ago. Null for who does not wait. */
  async placeOf(site: Site, conversation: ConversationId): Promise<QueuePlace | null> {
    const known = this.#looked.get(site.config.id);
    const isFresh = known !== undefined && this.#world.now() - known.at < FRESH_MS;
    const places = await (isFresh ? known.places : this.look(site));
    return places.get(conversation) ?? null;
  }
}
