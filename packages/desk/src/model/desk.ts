/** Everything that an agent works with, made of one line to the server: what is known as signals, what can be done as verbs. */
import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import {
  type Agent,
  type AgentId,
  type AgentWelcome,
  type Clock,
  type ConversationId,
  countHandoffs,
  type Handoff,
  type HandoffCounts,
  HandoffId,
  type Priority,
  type SendId,
  type ToAgent,
} from "@sophie/engine";
import type { AccountAnswer, Team } from "./account.ts";
import { type Alarm, createAlarm } from "./alarm.ts";
import type { Chime } from "./chime.ts";
import { type Commands, createCommands } from "./commands.ts";
import { closedPages, type ClosedPages } from "./closed-pages.ts";
import { type ConversationBook, createConversationBook } from "./conversation-book.ts";
import { createDeviceSwitch, type DeviceSwitch } from "./device-switch.ts";
import { everybody } from "./everybody.ts";
import type { DeskAnswer, DeskLineState, DeskRequest, OpenDeskLine } from "./desk-line.ts";
import { createHandoffBook, type HandoffBook } from "./handoff-book.ts";
import { createLeads, type Leads } from "./leads.ts";
import { createMoves, type Moves, type Planned, type WantedPlan } from "./moves.ts";
import { isAskedToLook } from "./neglect.ts";
import type { NotificationCalls } from "./notifications/notification-calls.ts";
import { createOwnNotifications, type OwnNotifications } from "./notifications/own-notifications.ts";
import { followOutside } from "./notifications/outside-page.ts";
import type { PushDevice } from "./notifications/push-device.ts";
import type { Sight } from "./sight.ts";
import { createNotices, noticeOfRefusal, type Notices } from "./notices.ts";
import { createVerdicts, type Verdicts } from "./verdicts.ts";
import { type CannedShelf, createCannedShelf } from "./canned/canned-shelf.ts";
import { type Composer, createComposer } from "./composer.ts";
import type { DraftStore } from "./kept-drafts.ts";
import { createOnlookers, type Onlookers } from "./onlookers.ts";
import { routingNews } from "./routing-news.ts";
import { createTranscript, type Transcript } from "./transcript.ts";

export interface DeskPorts {
  readonly openLine: OpenDeskLine;
  readonly clock: Clock;
  readonly newId: () => SendId;
  readonly askTeam: () => Promise<AccountAnswer<Team>>;
  readonly drafts: DraftStore;
  readonly chime: Chime;
  readonly sight: Sight;
  readonly device: PushDevice;
  readonly notificationCalls: NotificationCalls;
}

export interface Desk {
  readonly line: ReadonlySignal<DeskLineState>;
  /** Null until the first welcome. */
  readonly me: ReadonlySignal<Agent | null>;
  readonly sites: ReadonlySignal<AgentWelcome["sites"]>;
  /** Everybody who works here, those who are there first. */
  readonly agents: ReadonlySignal<readonly Agent[]>;
  readonly handoffs: HandoffBook;
  /** How far this agent has seen each conversation, as a `seq`. */
  readonly seen: ReadonlySignal<ReadonlyMap<ConversationId, number>>;
  noteSeen(conversation: ConversationId, seq: number): void;
  readonly counts: ReadonlySignal<HandoffCounts>;
  /** Open handoffs that were too many for the welcome. */
  readonly beyond: ReadonlySignal<number>;
  readonly closed: ClosedPages;
  readonly conversations: ConversationBook;
  readonly leads: Leads;
  readonly notices: Notices;
  readonly alarm: Alarm;
  readonly notifications: OwnNotifications;
  readonly commands: Commands;
  /** Whether single keys do something (WCAG 2.1.4). */
  readonly shortcuts: DeviceSwitch;
  readonly moves: Moves;
  readonly verdicts: Verdicts;
  /** The server's time, told once a second. */
  readonly now: ReadonlySignal<number>;
  /** This machine's time, by which the line plans its next try. */
  readonly localNow: ReadonlySignal<number>;
  readonly onlookers: Onlookers;
  readonly canned: CannedShelf;
  /** Handoffs whose summary this agent has had in sight (H94). */
  readonly summariesSeen: ReadonlySignal<ReadonlySet<HandoffId>>;
  noteSummarySeen(handoff: HandoffId): void;
  transcript(conversation: ConversationId): Transcript;
  /** Only after the welcome: what is written is kept by who wrote it. */
  composer(conversation: ConversationId): Composer;
  /** A supervisor answers although somebody else writes. */
  takeComposer(conversation: ConversationId): Promise<boolean>;
  takeOver(conversation: ConversationId): Promise<boolean>;
  /** By hand, with a reason; why it was not done, a notice says. */
  setPriority(handoff: Handoff, priority: Priority, reason: string): Promise<boolean>;
  /** When somebody means to see to it, as a clock in `zone` shows it; null drops that. */
  plan(handoff: Handoff, plan: WantedPlan | null): Promise<Planned>;
  /** It is before its agent's eyes. */
  lookAt(handoff: HandoffId): void;
  setPresence(presence: "online" | "away"): void;
  reconnect(): void;
  close(): void;
}

export function createDesk(ports: DeskPorts): Desk {
  const { clock } = ports;
  const line = signal<DeskLineState>({ state: "connecting" });
  const me = signal<Agent | null>(null);
  const sites = signal<AgentWelcome["sites"]>([]);
  const agents = signal<readonly Agent[]>([]);
  const team = signal<Team["members"]>([]);
  const handoffs = createHandoffBook();
  const beyond = signal(0);
  const conversations = createConversationBook();
  const notices = createNotices(clock);
  const notifications = createOwnNotifications({
    calls: ports.notificationCalls,
    device: ports.device,
    chime: ports.chime,
    clock,
    newId: ports.newId,
  });
  const alarm = createAlarm({
    me,
    open: handoffs.open,
    tell: (handoff) => notices.show({ kind: "urgent", handoff }),
    chime: ports.chime,
    mayRing: () => notifications.mayRing(now.peek()),
  });
  const seen = signal<ReadonlyMap<ConversationId, number>>(new Map());
  const transcripts = new Map<ConversationId, Transcript>();
  const summariesSeen = signal<ReadonlySet<HandoffId>>(new Set());
  const composers = new Map<ConversationId, Composer>();
  const onlookers = createOnlookers({ me, agents });
  const waiting = new Map<SendId, (answer: DeskAnswer) => void>();
  const now = signal(clock.now());
  const localNow = signal(clock.now());
  let aheadMs = 0;
  let cancelTick: (() => void) | null = null;

  const link = ports.openLine({ message, state, answer });
  const closed = closedPages({ newId: ports.newId, request: (request) => link.request(request), handoffs });
  const leads = createLeads({ newId: ports.newId, request: (request) => link.request(request) });
  const moves = createMoves({ newId: ports.newId, ask, handoffs, notices, me });

  const stopFollowing = followOutside({
    me,
    line,
    open: handoffs.open,
    sight: ports.sight,
    device: ports.device,
    tell: (telling) => link.tell(telling),
  });

  function ask(request: DeskRequest): Promise<DeskAnswer> {
    return new Promise((resolve) => {
      waiting.set(request.id, resolve);
      link.request(request);
    });
  }

  function state(next: DeskLineState): void {
    if (next.state === "connecting") handoffs.beginLine();
    line.value = next;
  }

  function answer(request: DeskRequest, given: DeskAnswer): void {
    waiting.get(request.id)?.(given);
    waiting.delete(request.id);
    // What was written before the page was loaded anew has no transcript yet, and its answer must reach one.
    const isWritten = request.type === "send-message" || request.type === "add-note";
    if (isWritten) transcript(request.conversation).takeAnswer(request, given);
    else if ("conversation" in request) transcripts.get(request.conversation)?.takeAnswer(request, given);
    if (request.type === "list-handoffs" && !given.ok) closed.fail(request.id);
    if (request.type === "show-lead" && !given.ok) leads.fail(request.id);
  }

  function message(incoming: ToAgent): void {
    batch(() => take(incoming));
  }

  /** Of one handoff that has changed; `before` is the copy that this desk had. */
  function tellNews(before: Handoff | undefined, handoff: Handoff, agent: Agent): void {
    if (before !== undefined && before.version > handoff.version) return;
    const isOwn = moves.busy.peek().has(handoff.id);
    const news = routingNews({ before, handoff, isOwn }, agent);
    if (news !== null) notices.show(news);
    if (news?.kind === "given" && notifications.mayRing(now.peek())) void ports.chime.ring();
    const isNudged = handoff.nudge !== null && handoff.nudge.at !== before?.nudge?.at;
    if (isNudged && isAskedToLook(handoff, agent)) notices.show({ kind: "nudge", handoff });
  }

  function take(incoming: ToAgent): void {
    switch (incoming.type) {
      case "agent-welcome": {
        aheadMs = incoming.now - clock.now();
        now.value = incoming.now;
        // What the page shows when it opens is read there; what came while the line was down is news.
        const slept = me.peek() === null ? null : handoffs.all.peek();
        me.value = incoming.agent;
        sites.value = incoming.sites;
        onlookers.forget();
        agents.value = incoming.agents;
        void learnTeam();
        void notifications.load();
        beyond.value = incoming.handoffsBeyond ?? 0;
        conversations.replaceLive(incoming.conversations);
        if (handoffs.replaceOpen(incoming.handoffs).length > 0) closed.refresh();
        if (slept !== null)
          for (const handoff of incoming.handoffs) tellNews(slept.get(handoff.id), handoff, incoming.agent);
        for (const held of transcripts.values()) held.resume();
        return;
      }
      case "handoff-changed": {
        const { handoff } = incoming;
        const before = handoffs.all.peek().get(handoff.id);
        if (!handoffs.put(handoff)) return;
        const agent = me.peek();
        if (agent !== null) tellNews(before, handoff, agent);
        return;
      }
      case "conversation-changed":
        conversations.put(incoming.conversation);
        transcripts.get(incoming.conversation.id)?.expect(incoming.conversation.lastSeq);
        return;
      case "agent-changed":
        agents.value = [...agents.peek().filter((agent) => agent.id !== incoming.agent.id), incoming.agent];
        if (incoming.agent.id === me.peek()?.id) me.value = incoming.agent;
        return;
      case "entries":
        transcripts.get(incoming.conversation)?.take(incoming.entries);
        return;
      case "received":
        transcripts.get(incoming.conversation)?.takeReceipt(incoming.side, incoming.receipt);
        return;
      case "composer-changed":
        composer(incoming.conversation).take(incoming);
        return;
      case "onlookers-changed":
        onlookers.take(incoming);
        return;
      case "typing":
        transcripts.get(incoming.conversation)?.takeTyping(incoming.author, incoming.typing);
        return;
      case "handoff-list":
        link.settle(incoming.id);
        closed.take(incoming);
        return;
      case "lead-shown":
        link.settle(incoming.id);
        leads.take(incoming);
        return;
      case "accepted":
      case "refused":
      case "pong":
        return;
    }
  }

  async function learnTeam(): Promise<void> {
    const told = await ports.askTeam();
    if (told.ok) team.value = told.value.members;
  }

  function tick(): void {
    batch(() => {
      localNow.value = clock.now();
      now.value = localNow.value + aheadMs;
    });
    cancelTick = clock.after(1_000, tick);
  }

  function transcript(conversation: ConversationId): Transcript {
    const held = transcripts.get(conversation);
    if (held !== undefined) return held;
    const made = createTranscript({
      conversation,
      clock,
      newId: ports.newId,
      request: (request) => link.request(request),
      tell: (telling) => link.tell(telling),
      giveBack: (text, isNote) => composer(conversation).giveBack(text, isNote ? "note" : "answer"),
    });
    transcripts.set(conversation, made);
    return made;
  }

  function composer(conversation: ConversationId): Composer {
    const held = composers.get(conversation);
    if (held !== undefined) return held;
    const agent = me.peek();
    if (agent === null) throw new Error("composer: ask for one only after the agent-welcome.");
    const { drafts } = ports;
    const tell = link.tell.bind(link);
    const made = createComposer({ conversation, me: agent.id, clock, now, drafts, tell });
    composers.set(conversation, made);
    return made;
  }

  /** Whether it was done; why not, a notice says. */
  function isDone(given: DeskAnswer): boolean {
    if (given.ok) return true;
    if (given.refusal.handoff !== undefined) handoffs.put(given.refusal.handoff);
    const agent = me.peek();
    if (agent !== null) notices.show(noticeOfRefusal(given.refusal, agent.id));
    return false;
  }

  link.start();
  tick();

  return {
    line,
    me,
    sites,
    agents: computed(() => everybody(team.value, agents.value)),
    handoffs,
    seen,
    noteSeen(conversation, seq) {
      if ((seen.peek().get(conversation) ?? 0) < seq)
        seen.value = new Map(seen.peek()).set(conversation, seq);
    },
    counts: computed(() => countHandoffs(handoffs.open.value)),
    beyond,
    closed,
    commands: createCommands(),
    shortcuts: createDeviceSwitch("keys"),
    conversations,
    leads,
    notices,
    alarm,
    notifications,
    moves,
    verdicts: createVerdicts({ newId: ports.newId, ask, handoffs, notices, me }),
    now,
    localNow,
    onlookers,
    canned: createCannedShelf(),
    summariesSeen,
    noteSummarySeen(handoff) {
      if (!summariesSeen.peek().has(handoff))
        summariesSeen.value = new Set(summariesSeen.peek()).add(handoff);
    },
    transcript,
    composer,
    takeComposer: async (conversation) =>
      isDone(await ask({ type: "take-composer", id: ports.newId(), conversation })),
    takeOver: async (conversation) =>
      isDone(await ask({ type: "take-over", id: ports.newId(), conversation })),
    async setPriority({ id: handoff, version }, priority, reason) {
      const request = {
        type: "set-priority",
        id: ports.newId(),
        handoff,
        version,
        priority,
        reason,
      } as const;
      return isDone(await ask(request));
    },
    plan: (handoff, wanted) => moves.plan(handoff, wanted),
    lookAt: (handoff) => link.request({ type: "open-handoff", id: ports.newId(), handoff }),
    setPresence(presence) {
      link.tell({ type: "set-presence", presence });
    },
    reconnect: () => link.retry(),
    close() {
      cancelTick?.();
      alarm.stop();
      stopFollowing();
      link.stop();
    },
  };
}

/** The handoff that a page shows for an id; undefined while it is not known here. */
export function handoffWithId(desk: Desk, id: string): Handoff | undefined {
  const parsed = HandoffId.safeParse(id);
  return parsed.success ? desk.handoffs.all.value.get(parsed.data) : undefined;
}

/** The newest handoff that is not over in a conversation. */
export function openHandoffOf(desk: Desk, conversation: ConversationId): Handoff | null {
  return desk.handoffs.open.value.find((handoff) => handoff.conversation === conversation) ?? null;
}

/** Whether something was said in a conversation of this agent's that they have not seen. */
export function hasNews(desk: Desk, handoff: Handoff): boolean {
  if (handoff.status !== "in_progress" || handoff.assignee?.id !== desk.me.value?.id) return false;
  const head = desk.conversations.all.value.get(handoff.conversation);
  return head !== undefined && head.lastSeq > (desk.seen.value.get(handoff.conversation) ?? 0);
}

export function isMe(desk: Desk, id: AgentId): boolean {
  return desk.me.value?.id === id;
}
