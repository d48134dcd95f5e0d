/** Plays one schedule of faults on the real session, the real server's rooms and a real storage, until all is at rest. */
import { type AgentId, type ConversationId, SiteId } from "@sophie/engine";
import { aSite, VirtualClock } from "@sophie/engine/testing";
import type { Storage } from "../storage/storage.ts";
import { AgentLine } from "./agent-line.ts";
import { BreakableLine } from "./breakable-line.ts";
import { nextTurn } from "./life.ts";
import { MortalServer } from "./mortal-server.ts";
import type { Schedule, Step } from "./schedule.ts";
import { VisitorTabs } from "./visitor-tabs.ts";

const ANA = { id: "ana" as AgentId, name: "Ana" };
/** Turns of the event loop in which nothing moved, after which nothing will. */
const QUIET_TURNS = 4;
/** Longer than the client's heartbeat and the longest backoff together. */
const PATIENCE_MS = 240_000;
const STRIDE_MS = 3_000;

let played = 0;

export class Played {
  readonly server: MortalServer;
  readonly visitor: VisitorTabs;
  readonly agent: AgentLine;
  readonly site: SiteId;
  /** What the visitor said, in order. */
  readonly said: string[] = [];
  readonly conversations = new Set<ConversationId>();
  readonly faults: string[] = [];
  readonly #clock = new VirtualClock();
  readonly #agentsLine: BreakableLine;
  readonly #schedule: Schedule;

  constructor(schedule: Schedule, storage: Storage) {
    played += 1;
    const run = `run-${played}`;
    this.#schedule = schedule;
    this.site = SiteId.parse(run);
    const site = aSite({ id: this.site, afterClose: schedule.afterClose });
    let made = 0;
    const newId = () => `${run}-${(made += 1)}`;
    const clock = this.#clock;
    const random = () => schedule.chance;
    const onFault = (what: string, error: unknown) => this.faults.push(`${what}: ${String(error)}`);
    this.server = new MortalServer({ storage, clock, site, newId, onFault });
    this.visitor = new VisitorTabs({
      site,
      clock,
      random,
      newId,
      take: (end) => this.server.takeVisitor(end),
    });
    const actor = { ...ANA, roles: new Map([[site.id, "agent" as const]]) };
    this.#agentsLine = new BreakableLine((end) => this.server.takeAgent(end, actor));
    this.#start();
    this.agent = new AgentLine({
      openSocket: this.#agentsLine.pair.openSocket,
      clock,
      random,
      newId,
      agent: ANA,
    });
  }

  async play(): Promise<void> {
    for (const step of this.#schedule.steps) {
      await this.#take(step);
      this.#note();
    }
    await this.#comeToRest();
  }

  close(): void {
    this.visitor.close();
    this.agent.close();
    this.server.kill();
  }

  get #lines(): readonly BreakableLine[] {
    return [...this.visitor.lines, this.#agentsLine];
  }

  async #take(step: Step): Promise<void> {
    switch (step.do) {
      case "visitor says":
        return this.#visitorSays(step.tab, step.what);
      case "visitor presses":
        return this.visitor.tab(step.tab).requestHuman();
      case "agent says":
        return this.agent.say(`Agent ${this.agent.said.length + 1}`);
      case "agent starts":
        return this.agent.start();
      case "agent completes":
        return this.agent.complete();
      case "agent takes over":
        return this.agent.takeOver();
      case "deliver":
        for (let frame = 0; frame < step.frames; frame += 1) this.#lines[step.client]?.pair.step();
        return this.#work(step.answers);
      case "settle":
        return this.#settle();
      case "drop":
        return this.#lines[step.client]?.pair.drop();
      case "freeze":
        return this.#lines[step.client]?.freeze();
      case "reap":
        return this.#lines[step.client]?.pair.reap();
      case "repeat":
        return this.#lines[step.client]?.repeat(step.which);
      case "reload":
        return this.visitor.reload(step.tab);
      case "kill tab":
        return this.visitor.kill(step.tab);
      case "kill server":
        return this.#kill();
      case "kill server after its next commit":
        if (this.server.life !== null) this.server.life.onCommitted = () => this.#kill();
        return;
      case "start server":
        return this.#start();
      case "pass":
        return this.#pass(step.ms);
    }
  }

  #visitorSays(tab: number, what: "plain" | "question" | "wish"): void {
    const words = {
      plain: "Goedemorgen",
      question: "Wanneer zijn jullie open?",
      wish: "Mag ik een makelaar?",
    };
    const text = `${words[what]} (${this.said.length + 1})`;
    this.said.push(text);
    this.visitor.tab(tab).say(text);
  }

  #kill(): void {
    this.server.kill();
    for (const { pair } of this.#lines) {
      pair.isRefusing = true;
      pair.drop();
    }
  }

  #start(): void {
    this.server.start();
    if (this.server.life !== null) this.server.life.readDelay = this.#schedule.readDelay;
    for (const { pair } of this.#lines) pair.isRefusing = false;
  }

  async #pass(ms: number): Promise<void> {
    this.#clock.advance(ms);
    await this.#settle();
  }

  /** One turn of the server, in which so many of those that wait for storage go on; all of them if it is left out. */
  async #work(answers?: number): Promise<void> {
    await nextTurn();
    await this.server.life?.storageQuiet();
    this.server.life?.release(answers);
    await nextTurn();
    await this.server.life?.storageQuiet();
  }

  /** Until nothing is on a line and nothing is under way in the server. The clock stands still. */
  async #settle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS;) {
      let isMoving = this.server.life?.isIdle === false;
      for (const { pair } of this.#lines) while (pair.step()) isMoving = true;
      await this.#work();
      quiet = isMoving ? 0 : quiet + 1;
    }
  }

  /** The faults end, and time passes until everybody is back and has nothing more to send. */
  async #comeToRest(): Promise<void> {
    if (this.server.life !== null) this.server.life.onCommitted = () => {};
    this.#start();
    for (const { pair } of this.#lines) pair.reap();
    this.visitor.comeBack();
    await this.#settle();
    for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += STRIDE_MS) {
      if (this.visitor.isAtRest && this.agent.isAtRest && !this.#agentsLine.isFrozen) break;
      await this.#pass(STRIDE_MS);
      this.#note();
    }
    // Receipts, and an answer that Sophie was still looking for.
    await this.#pass(10_000);
    this.#note();
  }

  #note(): void {
    for (const { snapshot } of this.visitor.sessions) {
      if (snapshot.conversation !== null) this.conversations.add(snapshot.conversation);
    }
    if (this.visitor.saved.identity !== null)
      this.conversations.add(this.visitor.saved.identity.conversation);
  }
}
