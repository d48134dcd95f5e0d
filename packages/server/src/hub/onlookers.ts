/** Who has which conversation open, over all processes: each tells its own, and is believed while its people are there. */
import type { AgentId, AgentName, ConversationId } from "@sophie/engine";
import { FORGET_AFTER_MS } from "./presence.ts";

export class OnlookerBoard {
  /** Somebody may have it open on two desks. */
  readonly #here = new Map<ConversationId, Map<AgentId, { readonly agent: AgentName; desks: number }>>();
  /** By process. */
  readonly #elsewhere = new Map<
    string,
    { readonly told: Map<ConversationId, readonly AgentName[]>; readonly heardAt: number }
  >();

  /** True if nobody knew. */
  came(conversation: ConversationId, { id, name }: AgentName): boolean {
    const there = this.#here.get(conversation) ?? new Map();
    const known = there.get(id);
    if (known !== undefined) known.desks += 1;
    else there.set(id, { agent: { id, name }, desks: 1 });
    this.#here.set(conversation, there);
    return known === undefined;
  }

  /** True if they have it open nowhere else here. */
  left(conversation: ConversationId, id: AgentId): boolean {
    const there = this.#here.get(conversation);
    const known = there?.get(id);
    if (there === undefined || known === undefined) return false;
    known.desks -= 1;
    if (known.desks > 0) return false;
    there.delete(id);
    if (there.size === 0) this.#here.delete(conversation);
    return true;
  }

  here(conversation: ConversationId): readonly AgentName[] {
    return [...(this.#here.get(conversation)?.values() ?? [])].map(({ agent }) => agent);
  }

  /** Everything that is open here. */
  openHere(): Iterable<ConversationId> {
    return this.#here.keys();
  }

  heard(process: string, conversation: ConversationId, agents: readonly AgentName[], now: number): void {
    const told = this.#elsewhere.get(process)?.told ?? new Map<ConversationId, readonly AgentName[]>();
    if (agents.length === 0) told.delete(conversation);
    else told.set(conversation, agents);
    if (told.size === 0) this.#elsewhere.delete(process);
    else this.#elsewhere.set(process, { told, heardAt: now });
  }

  /** Forgets processes that fell silent. Answers with what somebody had open there. */
  forget(now: number): readonly ConversationId[] {
    const gone: ConversationId[] = [];
    for (const [process, { told, heardAt }] of this.#elsewhere) {
      if (now - heardAt <= FORGET_AFTER_MS) continue;
      this.#elsewhere.delete(process);
      gone.push(...told.keys());
    }
    return gone;
  }

  /** Each once, in any order. */
  of(conversation: ConversationId): readonly AgentName[] {
    const found = new Map<AgentId, AgentName>();
    for (const { told } of this.#elsewhere.values())
      for (const agent of told.get(conversation) ?? []) found.set(agent.id, agent);
    for (const agent of this.here(conversation)) found.set(agent.id, agent);
    return [...found.values()];
  }

  /** Every conversation that somebody has open somewhere. */
  conversations(): ReadonlySet<ConversationId> {
    const all = new Set(this.#here.keys());
    for (const { told } of this.#elsewhere.values())
      for (const conversation of told.keys()) all.add(conversation);
    return all;
  }
}
