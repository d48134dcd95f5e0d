/** What can be done on the page as it stands now: one list behind the keys, the map of the keys and the palette. */
import type { ShortcutName } from "./shortcuts.ts";

export interface Command {
  /** Unique among what is offered at once. */
  readonly id: string;
  /** As the palette calls it; null for what only a key does. */
  readonly label: string | null;
  readonly shortcut?: ShortcutName;
  readonly run: () => void;
}

export interface Commands {
  /** `list` is asked whenever the commands are needed. Returns how to take them back. */
  offer(list: () => readonly Command[]): () => void;
  /** What was offered last comes first, and hides an older one of the same id. */
  all(): readonly Command[];
  /** The one that a shortcut means now. */
  under(shortcut: ShortcutName): Command | undefined;
}

export function createCommands(): Commands {
  const offers = new Set<() => readonly Command[]>();

  function all(): readonly Command[] {
    const byId = new Map<string, Command>();
    for (const list of [...offers].toReversed()) {
      for (const command of list()) if (!byId.has(command.id)) byId.set(command.id, command);
    }
    return [...byId.values()];
  }

  return {
    offer(list) {
      offers.add(list);
      return () => offers.delete(list);
    },
    all,
    under: (shortcut) => all().find((command) => command.shortcut === shortcut),
  };
}
