/** What a command may look at and ask, beside the message itself. */
import type {
  Agent,
  AgentId,
  AgentName,
  ConversationId,
  Detector,
  Language,
  Role,
  SiteId,
  VisitorId,
} from "@sophie/engine";
import type { Openings } from "./openings.ts";
import type { Turns } from "./turns.ts";
import type { Site, Storage } from "../storage/storage.ts";

export interface World {
  readonly storage: Storage;
  readonly detector: Detector;
  /** From memory: a site's settings reach new conversations within five seconds of being saved. */
  siteOf(id: SiteId): Site | undefined;
  /** The name of somebody who works for the site and may work its handoffs; null for anybody else. */
  workerName(agent: AgentId, site: SiteId): Promise<string | null>;
  /** Everybody who may work the site's handoffs, there or not. */
  workersAt(site: SiteId): Promise<readonly AgentName[]>;
  /** Who is at a desk for the site, in any process, and whether they are away from it. */
  presentAt(site: SiteId): readonly Agent[];
  /** Whether the visitor of this conversation has the page open, at any process. */
  isVisitorHere(conversation: ConversationId): boolean;
  /** Whether this agent has a desk in sight, in any process. */
  isLooking(agent: AgentId): boolean;
  /** How long something urgent waits before agents are written to; null where no mail can be sent. */
  readonly mailAfterMs: number | null;
  /** How many conversations each visitor has opened of late. */
  readonly openings: Openings;
  /** Who picks agents waits for whoever picked before. */
  readonly turns: Turns;
  /** Epoch ms. */
  now(): number;
  /** A new, unguessable id. */
  newId(): string;
}

/** A visitor, as the signed token says. */
export interface VisitorActor {
  readonly id: VisitorId;
  readonly site: SiteId;
  readonly language: Language;
  /** Of the visitor's clock, IANA; absent where nobody knows it. */
  readonly zone?: string;
  /** The path of the page, on a site that answers on some pages only. */
  readonly page?: string;
}

/** An agent, as the session cookie says. */
export interface AgentActor {
  readonly id: AgentId;
  readonly name: string;
  /** Sites that this agent works for, with the role there. */
  readonly roles: ReadonlyMap<SiteId, Role>;
}
