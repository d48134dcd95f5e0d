/** Listens to the keys of the desk, and shows the palette and the map of the keys. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { words } from "../words/chosen-words.ts";
import { CommandPalette } from "./CommandPalette.tsx";
import { useDesk } from "./desk-context.ts";
import { KeyMap } from "./KeyMap.tsx";
import { useCommands } from "./use-commands.ts";
import { useShortcutKeys } from "./use-shortcut-keys.ts";

export function KeyDialogs(): JSX.Element | null {
  const desk = useDesk();
  const [shown, setShown] = useState<"palette" | "map" | null>(null);
  useShortcutKeys(desk);
  const undoable = desk.notices.undoable.value;
  useCommands([
    ...(undoable === null
      ? []
      : [
          {
            id: "undo",
            label: words.value.together.undo,
            shortcut: "undo",
            run: () => desk.notices.undo(),
          } as const,
        ]),
    { id: "palette", label: null, shortcut: "palette", run: () => setShown("palette") },
    { id: "map", label: words.value.keys.title, shortcut: "map", run: () => setShown("map") },
  ]);
  if (shown === "palette") return <CommandPalette onClose={() => setShown(null)} />;
  return shown === "map" ? <KeyMap onClose={() => setShown(null)} /> : null;
}
