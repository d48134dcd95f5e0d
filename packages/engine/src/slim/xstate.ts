/**
 * The part of XState that the engine's two machines use, for the bundle that visitors load: XState's actor system
 * alone would take a third of the widget's budget (docs/decisions/0004-slim-browser-runtime.md). The machines are
 * written, typed and tested with XState itself; tests run them on both and want the same of each.
 *
 * What it leaves out throws when a machine is made, not when a visitor gets there.
 */

interface Event {
  readonly type: string;
  readonly output?: unknown;
}
type Context = Readonly<Record<string, unknown>>;
interface Scope {
  readonly context: Context;
  readonly event: Event;
}
type Expression = (scope: Scope) => unknown;
type Action =
  | string
  | Expression
  | { readonly assign: Expression | Record<string, unknown> }
  | { readonly emit: Expression | Event };
interface TransitionConfig {
  readonly target?: string;
  readonly guard?: string | Expression;
  readonly actions?: Many<Action>;
}
type Many<T> = T | readonly T[];
type Transitions = Many<string | TransitionConfig>;

interface StateConfig {
  readonly id?: string;
  readonly type?: "parallel";
  readonly initial?: string;
  readonly context?: Context;
  readonly states?: Readonly<Record<string, StateConfig>>;
  readonly entry?: Many<Action>;
  readonly exit?: Many<Action>;
  readonly on?: Readonly<Record<string, Transitions>>;
  readonly after?: Readonly<Record<string, Transitions>>;
  readonly always?: Transitions;
  readonly invoke?: {
    readonly src: string;
    readonly input: Expression;
    readonly onDone: Transitions;
    readonly onError: Transitions;
  };
}

type PromiseCreator = (args: { input: unknown }) => PromiseLike<unknown>;

interface Implementations {
  readonly actions?: Readonly<Record<string, Action>>;
  readonly actors?: Readonly<Record<string, PromiseCreator>>;
  readonly guards?: Readonly<Record<string, Expression>>;
  readonly delays?: Readonly<Record<string, Expression>>;
}

interface Machine {
  readonly config: StateConfig;
  readonly implementations: Implementations;
  provide(more: Implementations): Machine;
}

/** One state of a machine, with what its config says made plain. */
interface Node {
  /** Keys from the root, joined by dots; empty for the root. */
  readonly path: string;
  readonly parent: Node | null;
  readonly config: StateConfig;
  readonly children: readonly Node[];
  readonly transitions: ReadonlyMap<string, readonly Transition[]>;
}

interface Transition {
  readonly source: Node;
  readonly target: string | undefined;
  readonly guard: string | Expression | undefined;
  readonly actions: readonly Action[];
}

/** As XState has it; unlike XState's, an actor without one cannot wait. */
interface Clock {
  readonly setTimeout: (callback: () => void, delayMs: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}

type Pattern = string | { readonly [key: string]: Pattern };

export interface Snapshot {
  readonly context: Context;
  matches(pattern: Pattern): boolean;
}

const KNOWN = "id type initial context states entry exit on after always invoke".split(" ");
const ALWAYS = "";

export function assign(assignment: Expression | Record<string, unknown>): Action {
  return { assign: assignment };
}

export function emit(event: Expression | Event): Action {
  return { emit: event };
}

export function fromPromise(creator: PromiseCreator): PromiseCreator {
  return creator;
}

export function setup(implementations: Implementations): { createMachine(config: StateConfig): Machine } {
  return { createMachine: (config) => createMachine(config, implementations) };
}

function createMachine(config: StateConfig, implementations: Implementations): Machine {
  return {
    config,
    implementations,
    provide: (more) =>
      createMachine(config, {
        actions: { ...implementations.actions, ...more.actions },
        actors: { ...implementations.actors, ...more.actors },
        guards: { ...implementations.guards, ...more.guards },
        delays: { ...implementations.delays, ...more.delays },
      }),
  };
}

export function createActor(
  { config, implementations }: Machine,
  { clock }: { readonly clock?: Clock } = {},
) {
  const nodes: Node[] = [];
  const root = nodeOf(config, "", null);
  /** What must be called off when a state is left: its timers and its promise. */
  const leaving = new Map<Node, (() => void)[]>();
  const observers = new Set<(snapshot: Snapshot) => void>();
  const handlers = new Map<string, Set<(event: never) => void>>();
  const queue: Event[] = [];
  let active: readonly Node[] = [];
  let context: Context = config.context ?? {};
  /** Emitted events and timers wait for the end of the step, as in XState. */
  let deferred: (() => void)[] = [];
  let isRunning = false;
  let isBusy = false;
  let snapshot = takeSnapshot();

  function nodeOf(state: StateConfig, path: string, parent: Node | null): Node {
    const unknown = Object.keys(state).find((key) => !KNOWN.includes(key));
    if (unknown !== undefined)
      throw new Error(`The slim XState does not know "${unknown}" (state "${path}").`);
    const children: Node[] = [];
    const transitions = new Map<string, readonly Transition[]>();
    const node: Node = { path, parent, config: state, children, transitions };
    nodes.push(node);
    const add = (type: string, given: Transitions | undefined) => {
      if (given === undefined) return;
      const plain = many(given).map((one) => {
        const { target, guard, actions } = typeof one === "string" ? { target: one } : one;
        return { source: node, target, guard, actions: many(actions) };
      });
      transitions.set(type, plain);
    };
    for (const [type, given] of Object.entries(state.on ?? {})) add(type, given);
    for (const [delay, given] of Object.entries(state.after ?? {})) add(`after ${delay} ${path}`, given);
    add(ALWAYS, state.always);
    add(`done ${path}`, state.invoke?.onDone);
    add(`error ${path}`, state.invoke?.onError);
    for (const [key, child] of Object.entries(state.states ?? {})) {
      children.push(nodeOf(child, path === "" ? key : `${path}.${key}`, node));
    }
    return node;
  }

  function send(event: Event): void {
    queue.push(event);
    if (!isRunning || isBusy) return;
    isBusy = true;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      // An action may have stopped it in the meantime.
      if (!isRunning) continue;
      step(next.type, next);
      settle(next);
    }
    isBusy = false;
  }

  /** Takes what is always taken, then lets the world know. */
  function settle(event: Event): void {
    while (step(ALWAYS, event));
    snapshot = takeSnapshot();
    const due = deferred;
    deferred = [];
    for (const callback of due) callback();
    for (const observer of observers) observer(snapshot);
  }

  /** One microstep: false if no transition was enabled. */
  function step(type: string, event: Event): boolean {
    const taken = new Set<Transition>();
    for (const leaf of active.filter(({ children }) => children.length === 0)) {
      const enabled = firstEnabled(leaf, type, event);
      if (enabled !== undefined) taken.add(enabled);
    }
    for (const transition of taken) take(transition, event);
    return taken.size > 0;
  }

  function firstEnabled(leaf: Node, type: string, event: Event): Transition | undefined {
    for (let node: Node | null = leaf; node !== null; node = node.parent) {
      const enabled = node.transitions.get(type)?.find(({ guard }) => {
        const test = typeof guard === "string" ? implementations.guards?.[guard] : guard;
        return test === undefined || test({ context, event });
      });
      if (enabled !== undefined) return enabled;
    }
    return undefined;
  }

  function take({ source, target: name, actions }: Transition, event: Event): void {
    const target = name === undefined ? null : resolve(source, name);
    const domain = target === null ? null : domainOf(source, target);
    const isLeft = (node: Node) => domain !== null && node !== domain && isWithin(node, domain);
    for (const node of active.filter(isLeft).toReversed()) {
      run(many(node.config.exit), event);
      for (const callOff of leaving.get(node) ?? []) callOff();
      leaving.delete(node);
    }
    run(actions, event);
    if (target === null || domain === null) return;
    const entered = new Set<Node>();
    for (let node: Node | null = target; node !== null && node !== domain; node = node.parent)
      entered.add(node);
    addInitial(target, entered);
    for (const node of entered) {
      if (node.config.type !== "parallel" || node === target) continue;
      for (const child of node.children) if (!entered.has(child)) addInitial(child, entered.add(child));
    }
    enter(
      domain,
      entered,
      active.filter((node) => !isLeft(node)),
      event,
    );
  }

  function enter(domain: Node | null, entered: Set<Node>, kept: readonly Node[], event: Event): void {
    active = nodes.filter((node) => entered.has(node) || kept.includes(node));
    for (const node of active) {
      if (!entered.has(node) || node === domain) continue;
      run(many(node.config.entry), event);
      const callOffs: (() => void)[] = [];
      leaving.set(node, callOffs);
      for (const delay of Object.keys(node.config.after ?? {})) {
        const named = implementations.delays?.[delay];
        const delayMs = Number(named === undefined ? delay : named({ context, event }));
        startTimer(`after ${delay} ${node.path}`, delayMs, callOffs);
      }
      if (node.config.invoke !== undefined) startPromise(node, node.config.invoke, event, callOffs);
    }
  }

  function startTimer(type: string, delayMs: number, callOffs: (() => void)[]): void {
    if (clock === undefined) throw new Error("An actor with delays needs a clock.");
    const { setTimeout: ringAfter, clearTimeout: callOff } = clock;
    let isLeft = false;
    let timer: unknown;
    callOffs.push(() => {
      isLeft = true;
      callOff(timer);
    });
    deferred.push(() => {
      if (!isLeft) timer = ringAfter(() => send({ type }), delayMs);
    });
  }

  function startPromise(
    { path }: Node,
    { src, input }: NonNullable<StateConfig["invoke"]>,
    event: Event,
    callOffs: (() => void)[],
  ): void {
    let isLeft = false;
    callOffs.push(() => (isLeft = true));
    const settled = (type: string, output?: unknown) => !isLeft && send({ type: `${type} ${path}`, output });
    const given = input({ context, event });
    deferred.push(() => {
      if (isLeft) return;
      implementations.actors?.[src]?.({ input: given }).then(
        (output) => settled("done", output),
        () => settled("error"),
      );
    });
  }

  function run(actions: readonly Action[], event: Event): void {
    for (const action of actions) {
      if (typeof action === "string") run(many(implementations.actions?.[action]), event);
      else if (typeof action === "function") action({ context, event });
      else if ("assign" in action) {
        context = Object.assign({}, context, assigned(action.assign, { context, event }));
      } else {
        const emitted = valueOf(action.emit, { context, event }) as Event;
        deferred.push(() => handlers.get(emitted.type)?.forEach((handler) => handler(emitted as never)));
      }
    }
  }

  function resolve(source: Node, target: string): Node {
    const named = target.startsWith("#") && nodes.find(({ config: { id } }) => id === target.slice(1));
    if (named) return named;
    const [base, keys] = target.startsWith("#")
      ? [root, target.slice(target.indexOf(".") + 1)]
      : target.startsWith(".")
        ? [source, target.slice(1)]
        : [source.parent, target];
    const path = base?.path ? `${base.path}.${keys}` : keys;
    const found = nodes.find((node) => node.path === path);
    if (found === undefined) throw new Error(`The machine has no state "${target}".`);
    return found;
  }

  function takeSnapshot(): Snapshot {
    const paths = new Set(active.map(({ path }) => path));
    return { context, matches: (pattern) => pathsOf(pattern).every((path) => paths.has(path)) };
  }

  return {
    start(): void {
      isRunning = true;
      const event = { type: "xstate.init" };
      const entered = new Set<Node>([root]);
      addInitial(root, entered);
      isBusy = true;
      enter(null, entered, [], event);
      settle(event);
      isBusy = false;
    },
    stop(): void {
      isRunning = false;
      for (const callOffs of leaving.values()) for (const callOff of callOffs) callOff();
    },
    send,
    getSnapshot: () => snapshot,
    subscribe(observer: (snapshot: Snapshot) => void): void {
      observers.add(observer);
    },
    on(type: string, handler: (event: never) => void): void {
      const known = handlers.get(type) ?? new Set();
      handlers.set(type, known.add(handler));
    },
  };
}

/** The state within which everything is left and entered: the source itself if the target lies inside it. */
function domainOf(source: Node, target: Node): Node {
  let domain = source;
  while (!isWithin(target, domain) || (target === domain && domain.parent !== null && domain !== source)) {
    domain = domain.parent as Node;
  }
  return domain;
}

function isWithin(node: Node, ancestor: Node): boolean {
  for (let next: Node | null = node; next !== null; next = next.parent) if (next === ancestor) return true;
  return false;
}

/** Adds the states that are entered by default below `node`. */
function addInitial(node: Node, entered: Set<Node>): void {
  const { type, initial } = node.config;
  for (const child of node.children) {
    const isEntered = type === "parallel" || child.path.split(".").at(-1) === initial;
    if (isEntered) addInitial(child, entered.add(child));
  }
}

function pathsOf(pattern: Pattern): string[] {
  if (typeof pattern === "string") return [pattern];
  return Object.entries(pattern).flatMap(([key, inner]) => pathsOf(inner).map((path) => `${key}.${path}`));
}

function assigned(assignment: Expression | Record<string, unknown>, scope: Scope): Context {
  if (typeof assignment === "function") return assignment(scope) as Context;
  return Object.fromEntries(Object.entries(assignment).map(([key, value]) => [key, valueOf(value, scope)]));
}

function valueOf(value: unknown, scope: Scope): unknown {
  return typeof value === "function" ? (value as Expression)(scope) : value;
}

function many<T>(value: Many<T> | undefined): readonly T[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
