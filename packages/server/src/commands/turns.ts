/** One at a time, site by site: who picks the next free agent must see what was picked just before. */
import type { AgentId, SiteId } from "@sophie/engine";
import type { RoundKey, Storage } from "../storage/storage.ts";

/** Other processes take turns too, and each try loses to at most one of them. */
const TRIES_MAX = 50;

/** Of this process; between processes, rounds are compared and set. */
export class Turns {
  readonly #last = new Map<SiteId, Promise<unknown>>();

  async take<T>(site: SiteId, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(site) ?? Promise.resolve();
    const mine = before.then(task, task);
    this.#last.set(site, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(site) === mine) this.#last.delete(site);
    }
  }
}

/** Lets `pick` choose by the round as it stands, and puts the chosen one at its end. Null if nobody was chosen. */
export async function takeTurn<Worker extends { readonly id: AgentId }>(
  storage: Pick<Storage, "round" | "saveRound">,
  key: RoundKey,
  pick: (order: readonly AgentId[]) => Worker | null,
): Promise<Worker | null> {
  for (let tries = 1; ; tries += 1) {
    const { version, order } = await storage.round(key);
    const picked = pick(order);
    if (picked === null) return null;
    const after = [...order.filter((id) => id !== picked.id), picked.id];
    if (await storage.saveRound(key, { version: version + 1, order: after })) return picked;
    if (tries === TRIES_MAX) throw new Error(`${tries} others were quicker to take a turn.`);
  }
}
