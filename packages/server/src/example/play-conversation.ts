/** Plays an example conversation through the server's commands, on a clock that is turned back to when it happened. */
import { randomUUID } from "node:crypto";
import {
  ConversationId,
  type Handoff,
  type Result,
  SendId,
  type SiteId,
  type TrackedEvent,
  VisitorId,
} from "@sophie/engine";
import { assessLead } from "../commands/assess-lead.ts";
import { assignHandoff } from "../commands/assign-handoff.ts";
import { cancelHandoff } from "../commands/cancel-handoff.ts";
import { completeHandoff } from "../commands/complete-handoff.ts";
import { noteBreach } from "../commands/note-breach.ts";
import { requestHandoff } from "../commands/request-handoff.ts";
import { sendAsAgent, sendAsVisitor } from "../commands/send-message.ts";
import { sendReply } from "../commands/send-reply.ts";
import { setConsent } from "../commands/set-consent.ts";
import { startHandoff } from "../commands/start-handoff.ts";
import { takeOver } from "../commands/take-over.ts";
import { trackBehaviour } from "../commands/track-behaviour.ts";
import type { AgentActor, VisitorActor, World } from "../commands/world.ts";
import type { ChangeOutcome } from "../storage/storage.ts";
import type { ExampleConversation, ExampleStep } from "./example-conversation.ts";

const USUAL_WAIT_S = 20;
const MINUTE_MS = 60_000;

export interface PlaySetting {
  readonly world: World;
  readonly site: SiteId;
  /** By the name that the steps use. */
  readonly people: ReadonlyMap<string, AgentActor>;
  /** Epoch ms; what the store takes for now. */
  readonly clock: { at: number };
  readonly openedAt: number;
}

/** Where a conversation stands between two steps. */
interface Scene extends PlaySetting {
  readonly visitor: VisitorActor;
  readonly conversation: ConversationId;
  lastSaid: SendId | null;
}

export async function playConversation(setting: PlaySetting, example: ExampleConversation): Promise<void> {
  const { clock, openedAt, site } = setting;
  const scene: Scene = {
    ...setting,
    visitor: { id: VisitorId.parse(randomUUID()), site, language: example.language },
    conversation: ConversationId.parse(randomUUID()),
    lastSaid: null,
  };
  clock.at = openedAt - example.minutesAgo * MINUTE_MS;
  for (const step of example.steps) {
    clock.at = Math.min(openedAt, clock.at + (step.wait ?? USUAL_WAIT_S) * 1_000);
    const outcome = await play(scene, step);
    if (!outcome.ok) throw new Error(`Step ${JSON.stringify(step)} was refused: ${outcome.refusal.sentence}`);
  }
  await noteOverdue(scene);
  clock.at = openedAt;
}

async function play(scene: Scene, step: ExampleStep): Promise<Result<unknown> | ChangeOutcome> {
  const { world, visitor, conversation } = scene;
  const id = SendId.parse(randomUUID());
  if ("visitor" in step) {
    scene.lastSaid = id;
    return sendAsVisitor(world, visitor, { type: "send-message", id, conversation, text: step.visitor });
  }
  if ("sophie" in step)
    return sendReply(world, visitor, { type: "send-reply", id, conversation, text: step.sophie });
  if ("consents" in step) return setConsent(world, visitor, { type: "set-consent", id, given: true });
  if ("looksAt" in step || "uses" in step) return browse(scene, step);
  if ("isAway" in step) {
    const changed = await assessLead(world, { site: scene.site, visitor: visitor.id });
    return changed ?? { ok: true, value: null };
  }
  if ("asks" in step) {
    const source = step.by ?? "text";
    const message = source === "text" ? scene.lastSaid : null;
    return requestHandoff(world, visitor, {
      type: "request-handoff",
      id,
      conversation,
      trigger: step.asks,
      source,
      message,
    });
  }
  if ("agent" in step) {
    const said = { type: "send-message", id, conversation, text: step.says } as const;
    return sendAsAgent(world, person(scene, step.agent), said);
  }
  if ("takesOver" in step)
    return takeOver(world, person(scene, step.takesOver), { type: "take-over", id, conversation });
  return moveIt(scene, step, id);
}

async function moveIt(
  scene: Scene,
  step: Extract<
    ExampleStep,
    { assigns: string } | { starts: string } | { completes: string } | { cancels: string }
  >,
  id: SendId,
): Promise<ChangeOutcome> {
  const { world } = scene;
  const current = await handoffOf(scene);
  const move = { id, handoff: current.id, version: current.version };
  if ("assigns" in step) {
    const to = person(scene, step.to).id;
    return assignHandoff(world, person(scene, step.assigns), { type: "assign-handoff", ...move, to });
  }
  if ("starts" in step)
    return startHandoff(world, person(scene, step.starts), { type: "start-handoff", ...move });
  if ("completes" in step) {
    return completeHandoff(world, person(scene, step.completes), { type: "complete-handoff", ...move });
  }
  const cancel = { type: "cancel-handoff", ...move, reason: step.because } as const;
  return cancelHandoff(world, person(scene, step.cancels), cancel);
}

/** Whatever the visitor did on the site: told, and looked at for what it means, as on a visitor's socket. */
async function browse(
  scene: Scene,
  step: Extract<ExampleStep, { looksAt: string } | { uses: string }>,
): Promise<Result<unknown>> {
  const { world, visitor, clock, openedAt } = scene;
  const began = clock.at;
  if ("looksAt" in step) clock.at = Math.min(openedAt, clock.at + step.minutes * MINUTE_MS);
  const place = () => ({ id: randomUUID(), session: scene.conversation });
  const events = "looksAt" in step ? lookAt(step, clock.at - began, place) : [usageOf(step.uses, place)];
  const id = SendId.parse(randomUUID());
  const told = await trackBehaviour(world, visitor, { type: "track-behaviour", id, events: [...events] });
  await assessLead(world, { site: scene.site, visitor: visitor.id });
  return told;
}

function lookAt(
  { looksAt: title, path: page, minutes }: Extract<ExampleStep, { looksAt: string }>,
  agoMs: number,
  place: () => { id: string; session: string },
): readonly TrackedEvent[] {
  const pageKind = page.startsWith("/objecten/") ? "object" : "other";
  return [
    { ...place(), agoMs, kind: "page_viewed", page, pageKind, title },
    ...Array.from({ length: minutes }, (_, minute): TrackedEvent => {
      const past = Math.max(0, agoMs - (minute + 1) * MINUTE_MS);
      return { ...place(), agoMs: past, kind: "page_dwelt", page, pageKind, visibleMs: MINUTE_MS };
    }),
  ];
}

function usageOf(
  used: "calculator" | "brochure",
  place: () => { id: string; session: string },
): TrackedEvent {
  if (used === "calculator") return { ...place(), agoMs: 0, kind: "calculator_used" };
  return { ...place(), agoMs: 0, kind: "converted", conversion: "brochure", of: "Brochure" };
}

/** What a running server would have noticed meanwhile. */
async function noteOverdue({ world, conversation, clock, openedAt }: Scene): Promise<void> {
  const dueAt = (await world.storage.stateOf(conversation))?.handoff?.dueAt;
  if (dueAt === undefined || dueAt >= openedAt) return;
  clock.at = Math.max(clock.at, dueAt + 1);
  await noteBreach(world, conversation);
}

async function handoffOf({ world, conversation }: Scene): Promise<Handoff> {
  const handoff = (await world.storage.stateOf(conversation))?.handoff;
  if (handoff == null) throw new Error("This step needs a handoff, and nobody has asked for a person yet.");
  return handoff;
}

function person({ people }: Scene, name: string): AgentActor {
  const found = people.get(name);
  if (found === undefined) throw new Error(`Nobody called ${name} works here: add them first.`);
  return found;
}
