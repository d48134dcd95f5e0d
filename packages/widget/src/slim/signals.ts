/**
 * The part of `@preact/signals-core` that the panel uses, for the bundle behind the script tag: the panel is drawn as a
 * whole, so it needs none of what makes signals quick where only parts are (docs/decisions/0004-slim-browser-runtime.md).
 * A test lives through the same with both.
 */

interface Reader {
  /** Those who tell it of changes. */
  readonly sources: Set<Set<Reader>>;
  run(): void;
}

export interface Signal<T> {
  value: T;
  peek(): T;
}
export type ReadonlySignal<T> = Readonly<Signal<T>>;

/** Runs without an end are a mistake of whoever wrote the effects. */
const RUNS_MAX = 100;

let reading: Reader | null = null;
let isHeld = false;
const due = new Set<Reader>();

export function signal<T>(value: T): Signal<T> {
  const readers = new Set<Reader>();
  return {
    get value() {
      if (reading !== null) {
        readers.add(reading);
        reading.sources.add(readers);
      }
      return value;
    },
    set value(next) {
      if (Object.is(next, value)) return;
      value = next;
      batch(() => {
        for (const reader of readers) due.add(reader);
      });
    },
    peek: () => value,
  };
}

export function computed<T>(compute: () => T): ReadonlySignal<T> {
  const result = signal<T | undefined>(undefined);
  effect(() => {
    result.value = compute();
  });
  return result as ReadonlySignal<T>;
}

/** Runs at once and after every change of what it read. What `run` returns is called before the next run. */
export function effect(run: () => void | (() => void)): () => void {
  let cleanUp: void | (() => void);
  let isOver = false;
  const reader: Reader = {
    sources: new Set(),
    run() {
      leave();
      if (isOver) return;
      const before = reading;
      reading = reader;
      try {
        cleanUp = run();
      } finally {
        reading = before;
      }
    },
  };
  function leave(): void {
    for (const readers of reader.sources) readers.delete(reader);
    reader.sources.clear();
    const clean = cleanUp;
    cleanUp = undefined;
    clean?.();
  }
  batch(() => reader.run());
  return () => {
    isOver = true;
    leave();
  };
}

/** What changes inside is told at the end, once. */
export function batch(change: () => void): void {
  if (isHeld) return change();
  isHeld = true;
  try {
    change();
    let runs = 0;
    // What becomes due meanwhile comes last.
    for (const reader of due) {
      if (runs > RUNS_MAX) throw new Error("Cycle detected");
      runs += 1;
      due.delete(reader);
      reader.run();
    }
  } finally {
    due.clear();
    isHeld = false;
  }
}
