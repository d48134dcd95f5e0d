/** Every transition of an XState machine, read out of the machine itself, so that no drawing of it can be wrong. */
import type { AnyStateMachine, AnyStateNode } from "xstate";

export interface DrawnState {
  /** Such as `procedure.collecting`; empty for the root. */
  readonly path: string;
  readonly parent: string | null;
  /** The path of the state that is entered with it; null for one without states of its own. */
  readonly initial: string | null;
}

export interface DrawnTransition {
  readonly from: string;
  readonly event: string;
  /** The condition's name, or its code where it has none; null for always. */
  readonly guard: string | null;
  readonly actions: readonly string[];
  /** Null where the state stays as it is. */
  readonly to: string | null;
}

export interface DrawnMachine {
  readonly states: readonly DrawnState[];
  readonly transitions: readonly DrawnTransition[];
}

type Definition = AnyStateNode["always"] extends (infer T)[] | undefined ? T : never;

export function transitionsOf(machine: AnyStateMachine): DrawnMachine {
  const nodes = nodesBelow(machine.root);
  return {
    states: nodes.map((node) => ({
      path: pathOf(node),
      parent: node.parent === undefined ? null : pathOf(node.parent),
      initial: node.initial?.target[0] === undefined ? null : pathOf(node.initial.target[0]),
    })),
    transitions: nodes.flatMap((node) => [
      ...(node.entry.length === 0 ? [] : [entered(node)]),
      ...(node.always ?? []).map((definition) => drawn(node, "at once", definition)),
      ...[...node.transitions].flatMap(([event, definitions]) =>
        definitions.map((definition) => drawn(node, eventName(event), definition)),
      ),
    ]),
  };
}

function nodesBelow(node: AnyStateNode): readonly AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesBelow)];
}

function pathOf({ path }: AnyStateNode): string {
  return path.join(".");
}

function entered(node: AnyStateNode): DrawnTransition {
  return {
    from: pathOf(node),
    event: "on entering",
    guard: null,
    actions: actionNames(node.entry),
    to: null,
  };
}

function drawn(node: AnyStateNode, event: string, { target, guard, actions }: Definition): DrawnTransition {
  return {
    from: pathOf(node),
    event,
    guard: guardName(guard),
    actions: actionNames(actions),
    to: target?.[0] === undefined ? null : pathOf(target[0]),
  };
}

/** What an invoked actor answers has a name of XState's own. */
function eventName(event: string): string {
  if (event.startsWith("xstate.done.actor")) return "considered";
  return event.startsWith("xstate.error.actor") ? "could not consider" : event;
}

function guardName(guard: unknown): string | null {
  if (typeof guard === "string") return guard;
  if (typeof guard !== "function") return null;
  const code = guard.toString().replaceAll(/\s+/g, " ");
  return /=> ?(.*)$/.exec(code)?.[1] ?? code;
}

function actionNames(actions: readonly unknown[]): readonly string[] {
  return actions.map(actionName).filter((name) => name !== null);
}

/** Null for what only keeps something in the context. */
function actionName(action: unknown): string | null {
  if (typeof action === "string") return action;
  // XState keeps what its own actions are on the functions that it makes of them.
  const { type } = action as { readonly type?: string };
  if (type === "xstate.emit") return "emit";
  return type?.startsWith("xstate.") === true ? null : (type ?? null);
}
