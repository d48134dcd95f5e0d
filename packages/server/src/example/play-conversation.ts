/** Plays an example conversation through the server's commands, on a clock that is turned back to when it happened. */
import { randomUUID } from "node:crypto";
import {
  ConversationId,
  type Handoff,
  type PriorityFactors,
  priorityOf,
  RESPONSE_TARGET_MS,
  SendId,
  type SiteId,
  VisitorId,
} from "@sophie/engine";
import { assignHandoff } from "../commands/assign-handoff.ts";
import { cancelHandoff } from "../commands/cancel-handoff.ts";
import { completeHandoff } from "../commands/complete-handoff.ts";
import { noteBreach } from "../commands/note-breach.ts";
import { requestHandoff } from "../commands/request-handoff.ts";
import { sendAsAgent, sendAsVisitor } from "../commands/send-message.ts";
import { sendReply } from "../commands/send-reply.ts";
import { startHandoff } from "../commands/start-handoff.ts";
import { takeOver } from "../commands/take-over.ts";
import type { AgentActor, VisitorActor, World } from "../commands/world.ts";
import type { ChangeOutcome } from "../storage/storage.ts";
import type { ExampleConversation, ExampleStep } from "./example-conversation.ts";

const USUAL_WAIT_S = 20;

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
  clock.at = openedAt - example.minutesAgo * 60_000;
  for (const step of example.steps) {
    clock.at = Math.min(openedAt, clock.at + (step.wait ?? USUAL_WAIT_S) * 1_000);
    const outcome = await play(scene, step);
    if (!outcome.ok) throw new Error(`Step ${JSON.stringify(step)} was refused: ${outcome.refusal.sentence}`);
  }
  await noteOverdue(scene);
  clock.at = openedAt;
}

async function play(scene: Scene, step: ExampleStep): Promise<ChangeOutcome> {
  const { world, visitor, conversation } = scene;
  const id = SendId.parse(randomUUID());
  if ("visitor" in step) {
    scene.lastSaid = id;
    return sendAsVisitor(world, visitor, { type: "send-message", id, conversation, text: step.visitor });
  }
  if ("sophie" in step)
    return sendReply(world, visitor, { type: "send-reply", id, conversation, text: step.sophie });
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
    { score: number } | { assigns: string } | { starts: string } | { completes: string } | { cancels: string }
  >,
  id: SendId,
): Promise<ChangeOutcome> {
  const { world } = scene;
  const current = await handoffOf(scene);
  if ("score" in step) return rescore(scene, step.score, step.hasLeft ? "gone" : "active");
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

/** Scoring is still to come; until then an example says what it would have found, and the rule for priorities holds. */
function rescore(
  { world, conversation }: Scene,
  score: number,
  activity: PriorityFactors["activity"],
): Promise<ChangeOutcome> {
  return world.storage.change({
    conversation,
    id: null,
    decide(state) {
      if (state?.handoff == null) throw new Error("There is no handoff to score yet.");
      const { handoff } = state;
      const { trigger, confidence, createdAt } = handoff;
      const priority = priorityOf({ trigger, score, confidence, activity });
      const dueAt = createdAt + RESPONSE_TARGET_MS[priority];
      const timers = [{ kind: "sla-due", at: dueAt }] as const;
      return { ok: true, value: { entries: [], handoff: { ...handoff, score, priority, dueAt }, timers } };
    },
  });
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
