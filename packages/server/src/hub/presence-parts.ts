/** One process's word for who is there, in as many announcements as it takes: each holds only so many bytes. */
import type { AgentId, Presence } from "@sophie/engine";
import type { PresencePart } from "./announcement.ts";
import type { PresentAgent } from "./presence.ts";

interface Present {
  readonly agent: PresentAgent;
  readonly presence: Presence;
  readonly looks: boolean;
}

type Item = PresencePart["agents"][number];

/** Of the 7,000 that an announcement holds; the rest is for what stands around the agents. */
const ITEMS_BYTES_MAX = 6_700;
/** Somebody who works for more sites than this is named more than once, so that no item outgrows a part. */
const ITEM_ROLES_MAX = 20;

/** To be announced one after the other. At least one: that nobody is there is also news. */
export function presenceParts(process: string, here: readonly Present[]): readonly PresencePart[] {
  const groups: Item[][] = [[]];
  let bytes = 0;
  for (const item of here.flatMap(itemsOf)) {
    const more = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (bytes + more > ITEMS_BYTES_MAX) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(item);
    bytes += more;
  }
  return groups.map((agents, part) => ({ kind: "presence", process, part, parts: groups.length, agents }));
}

/** Puts the parts together again. Those of one process come in order; where one was lost, the next beat says it all. */
export class PresenceCollector {
  readonly #begun = new Map<string, { readonly next: number; readonly items: readonly Item[] }>();

  /** Everybody who is there, once the last part has come; null before that. */
  add({ process, part, parts, agents }: PresencePart): readonly Present[] | null {
    const before = part === 0 ? { next: 0, items: [] } : this.#begun.get(process);
    this.#begun.delete(process);
    if (before?.next !== part) return null;
    const items = [...before.items, ...agents];
    if (part + 1 === parts) return merged(items);
    this.#begun.set(process, { next: part + 1, items });
    return null;
  }
}

function itemsOf({ agent: { id, name, roles }, presence, looks }: Present): Item[] {
  const all = [...roles];
  const items: Item[] = [];
  for (let from = 0; from < all.length; from += ITEM_ROLES_MAX) {
    items.push({ id, name, presence, looks, roles: all.slice(from, from + ITEM_ROLES_MAX) });
  }
  return items;
}

function merged(items: readonly Item[]): readonly Present[] {
  const found = new Map<AgentId, Present>();
  for (const { id, name, presence, looks = false, roles } of items) {
    const known = found.get(id)?.agent.roles ?? [];
    found.set(id, { agent: { id, name, roles: new Map([...known, ...roles]) }, presence, looks });
  }
  return [...found.values()];
}
