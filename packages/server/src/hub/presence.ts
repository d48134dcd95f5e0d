/** Which agents are there, over all processes: each process announces its own, and forgets another's that falls silent. */
import type { Agent, AgentId, Presence, Role, SiteId } from "@sophie/engine";

/** Another process's agents count as gone after three missed announcements. */
export const ANNOUNCE_EVERY_MS = 10_000;
export const FORGET_AFTER_MS = 3 * ANNOUNCE_EVERY_MS;

export interface PresentAgent {
  readonly id: AgentId;
  readonly name: string;
  readonly roles: ReadonlyMap<SiteId, Role>;
}

interface Here {
  readonly agent: PresentAgent;
  sockets: number;
  isAway: boolean;
  /** Their desks that are in sight. */
  readonly seen: Set<object>;
}

interface Elsewhere {
  readonly agent: PresentAgent;
  readonly presence: Presence;
  readonly looks: boolean;
}

export class PresenceBoard {
  readonly #here = new Map<AgentId, Here>();
  /** By process. */
  readonly #elsewhere = new Map<string, { agents: Map<AgentId, Elsewhere>; heardAt: number }>();

  arrived(agent: PresentAgent): void {
    const known = this.#here.get(agent.id);
    const { isAway = false, seen = new Set<object>() } = known ?? {};
    this.#here.set(agent.id, { agent, sockets: (known?.sockets ?? 0) + 1, isAway, seen });
  }

  left(id: AgentId, desk: object): void {
    const known = this.#here.get(id);
    if (known === undefined) return;
    known.seen.delete(desk);
    known.sockets -= 1;
    if (known.sockets === 0) this.#here.delete(id);
  }

  set(id: AgentId, presence: "online" | "away"): void {
    const known = this.#here.get(id);
    if (known !== undefined) known.isAway = presence === "away";
  }

  /** Whether this desk of theirs is in sight. */
  setSeen(id: AgentId, desk: object, isSeen: boolean): void {
    const seen = this.#here.get(id)?.seen;
    if (isSeen) seen?.add(desk);
    else seen?.delete(desk);
  }

  /** Whether any desk of theirs is in sight, in any process. */
  looks(id: AgentId): boolean {
    if ((this.#here.get(id)?.seen.size ?? 0) > 0) return true;
    return [...this.#elsewhere.values()].some(({ agents }) => agents.get(id)?.looks === true);
  }

  /** Takes another process's word for who is there with it. Answers with everybody whose presence it may have changed. */
  heard(process: string, agents: readonly Elsewhere[], now: number): readonly PresentAgent[] {
    const before = [...(this.#elsewhere.get(process)?.agents.values() ?? [])];
    this.#elsewhere.set(process, { agents: new Map(agents.map((one) => [one.agent.id, one])), heardAt: now });
    const isSame = ({ agent, presence }: Elsewhere) =>
      agents.some((one) => one.agent.id === agent.id && one.presence === presence);
    const wasSame = ({ agent, presence }: Elsewhere) =>
      before.some((one) => one.agent.id === agent.id && one.presence === presence);
    return [...before.filter((one) => !isSame(one)), ...agents.filter((one) => !wasSame(one))].map(
      ({ agent }) => agent,
    );
  }

  /** Forgets processes that fell silent. Answers with the agents who were there. */
  forget(now: number): readonly PresentAgent[] {
    const gone: PresentAgent[] = [];
    for (const [process, { agents, heardAt }] of this.#elsewhere) {
      if (now - heardAt <= FORGET_AFTER_MS) continue;
      this.#elsewhere.delete(process);
      gone.push(...[...agents.values()].map(({ agent }) => agent));
    }
    return gone;
  }

  /** This process's own, for announcing. */
  here(): readonly Elsewhere[] {
    return [...this.#here.values()].map(({ agent, isAway, seen }) => ({
      agent,
      presence: isAway ? "away" : "online",
      looks: seen.size > 0,
    }));
  }

  /** Everybody who is there and works for `site`. */
  at(site: SiteId): readonly Agent[] {
    const found = new Map<AgentId, Agent>();
    const all = [
      ...this.here(),
      ...[...this.#elsewhere.values()].flatMap(({ agents }) => [...agents.values()]),
    ];
    for (const { agent, presence } of all) {
      const role = agent.roles.get(site);
      if (role === undefined) continue;
      if (found.get(agent.id)?.presence !== "online") {
        found.set(agent.id, { id: agent.id, name: agent.name, role, presence });
      }
    }
    return [...found.values()];
  }

  presenceOf(id: AgentId): Presence {
    const here = this.#here.get(id);
    if (here !== undefined) return here.isAway ? "away" : "online";
    for (const { agents } of this.#elsewhere.values()) {
      const found = agents.get(id);
      if (found !== undefined) return found.presence;
    }
    return "offline";
  }
}
