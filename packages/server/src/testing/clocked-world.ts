/** The commands over a real SQLite, with a clock that a test moves: timers ring in their order, and nobody sleeps. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Agent,
  type AgentId,
  type AgentName,
  type Calendar,
  type ConversationId,
  DEFAULT_HANDOFF_SETTINGS,
  type Handoff,
  type HandoffEntry,
  type HandoffSettings,
  type Priority,
  type QueueId,
  type Role,
  type SlaTargets,
} from "@sophie/engine";
import { aSite, keywordDetector } from "@sophie/engine/testing";
import { keepClocks } from "../commands/keep-clocks.ts";
import { keepOverflow } from "../commands/keep-overflow.ts";
import { Openings } from "../commands/openings.ts";
import { Turns } from "../commands/turns.ts";
import type { AgentActor, VisitorActor, World } from "../commands/world.ts";
import { openStorage } from "../storage/open-storage.ts";
import { settledSite } from "../storage/settled-site.ts";
import type { ChangeOutcome, ConversationState, Storage } from "../storage/storage.ts";
import { changing, handoffOf, madeOf, SITE, VISITOR } from "../storage/testing/builders.ts";
import { ringTimer } from "../timers/ring-timer.ts";

export const OFFICE: Calendar = {
  id: "office",
  name: "Kantoor",
  zone: "Europe/Amsterdam",
  week: [...Array.from({ length: 5 }, () => [{ from: "09:00", to: "17:00" }]), [], []],
  overrides: [],
};

/** Settings whose only queue has these hours. */
export function settingsWith(calendar: Calendar | null, sla: Partial<SlaTargets> = {}): HandoffSettings {
  const [queue] = DEFAULT_HANDOFF_SETTINGS.queues;
  if (queue === undefined) throw new Error("The default settings must hold a queue.");
  return {
    ...DEFAULT_HANDOFF_SETTINGS,
    calendars: calendar === null ? [] : [calendar],
    queues: [{ ...queue, calendar: calendar?.id ?? null, sla: { ...queue.sla, ...sla } }],
  };
}

/** What keeps its priority while its visitor stays, so that only what a test does changes it. Urgent needs a lead's score. */
const CAUSE: Readonly<Record<Priority, Partial<Handoff>>> = {
  urgent: { trigger: "demo_request" },
  high: { trigger: "demo_request" },
  normal: { trigger: "price_question" },
  low: { trigger: "unknown", confidence: 0.5 },
};

let made = 0;

export class ClockedWorld {
  /** Everything that a ring has changed, oldest first. */
  readonly told: ChangeOutcome[] = [];
  /** Who is at a desk, in the order in which they came. */
  present: readonly Agent[] = [];
  /** Who may work here, there or not. */
  workers: readonly AgentName[] = [];
  /** Conversations whose visitor has the page open. */
  readonly visitorsHere = new Set<ConversationId>();
  /** Whose desk is in sight. */
  readonly looking = new Set<AgentId>();
  /** As if mail could be sent, so long after something urgent began to wait. */
  readonly mailAfterMs = 5 * 60_000;
  settings: HandoffSettings;
  at: number;
  readonly #folder: string;
  #world: World;

  private constructor(storage: Storage, settings: HandoffSettings, at: number, folder: string) {
    this.settings = settings;
    this.at = at;
    this.#folder = folder;
    this.#world = this.#worldOver(storage);
  }

  /** `at`: as `Date.parse` reads it. */
  static async open(at: string, settings: HandoffSettings): Promise<ClockedWorld> {
    const folder = await mkdtemp(join(tmpdir(), "sophie-clocks-"));
    const clock = { now: () => Date.parse(at) };
    const { storage } = await openStorage({ url: null, file: fileIn(folder), now: () => clock.now() });
    const opened = new ClockedWorld(storage, settings, Date.parse(at), folder);
    clock.now = () => opened.at;
    return opened;
  }

  get world(): World {
    return this.#world;
  }

  /** Another process over the same file, `downMs` after this one has gone. */
  async restart(downMs: number): Promise<void> {
    await this.#world.storage.close();
    this.at += downMs;
    const { storage } = await openStorage({ url: null, file: fileIn(this.#folder), now: () => this.at });
    this.#world = this.#worldOver(storage);
  }

  async close(): Promise<void> {
    await this.#world.storage.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** A handoff that waits for a person, as a command would make it. */
  async waiting(priority: Priority, more: Partial<Handoff> = {}): Promise<Handoff> {
    made += 1;
    const conversation = `waiting-${made}` as ConversationId;
    const { at } = this;
    const times = { createdAt: at, updatedAt: at, cycleAt: at };
    const handoff = handoffOf(conversation, { priority, ...CAUSE[priority], ...times, ...more });
    const change = changing(conversation, { handoff, control: "human_pending" });
    return handoffIn(madeOf(await this.world.storage.change(change)).state);
  }

  /** Moves the clock, and rings what becomes due on the way, each at its time. */
  async until(at: string | number): Promise<void> {
    const end = typeof at === "number" ? at : Date.parse(at);
    for (let rings = 0; rings < 10_000; rings += 1) {
      const next = await this.world.storage.nextTimerAt();
      if (next === null || next > end) {
        this.at = end;
        return;
      }
      this.at = Math.max(this.at, next);
      const [timer] = await this.world.storage.dueTimers(this.at, 1);
      if (timer !== undefined) this.told.push(await ringTimer(this.world, timer));
    }
    throw new Error("A timer rings for ever.");
  }

  async handoff({ id }: Handoff): Promise<Handoff> {
    const handoff = await this.world.storage.handoff(id);
    if (handoff === null) throw new Error(`There is no handoff ${id}.`);
    return handoff;
  }

  #worldOver(storage: Storage): World {
    const siteOf: World["siteOf"] = () =>
      settledSite({ config: aSite({ id: SITE, afterClose: "reopen" }), origins: [] }, this.settings);
    return {
      storage: keepOverflow(keepClocks(storage, siteOf), { siteOf, presentAt: () => this.present }),
      detector: keywordDetector({}),
      siteOf,
      workerName: async () => null,
      workersAt: async () => this.workers,
      presentAt: () => this.present,
      isLooking: (agent) => this.looking.has(agent),
      mailAfterMs: this.mailAfterMs,
      isVisitorHere: (conversation) => this.visitorsHere.has(conversation),
      openings: new Openings(),
      turns: new Turns(),
      now: () => this.at,
      newId: randomUUID,
    };
  }

  /** The history of a handoff. */
  async history({ conversation }: Handoff): Promise<readonly HandoffEntry[]> {
    const entries = await this.world.storage.entriesSince(conversation, 0, 1_000);
    return entries.filter((entry) => entry.kind === "handoff");
  }
}

function fileIn(folder: string): string {
  return join(folder, "sophie.db");
}

function handoffIn({ handoff }: ConversationState): Handoff {
  if (handoff === null) throw new Error("This conversation has no handoff.");
  return handoff;
}

export function worker(name: string, role: Role = "agent"): AgentActor {
  return { id: name.toLowerCase() as AgentId, name, roles: new Map([[SITE, role]]) };
}

export const VISITING: VisitorActor = { id: VISITOR, site: SITE, language: "nl" };

export const GENERAL = "general" as QueueId;
