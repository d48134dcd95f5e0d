/** Gives every part of the settings page the editor that it changes, and what the server found wrong at its setting. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { SettingsEditor } from "../../model/settings/editor.ts";
import { words } from "../../words/chosen-words.ts";
import type { SettingsCalls, SiteFacts } from "../../model/settings/settings-http.ts";

export interface Editing {
  readonly editor: SettingsEditor;
  readonly calls: SettingsCalls;
  readonly site: SiteFacts;
}

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error("useEditing: render this component inside an EditingProvider.");
  return editing;
}

export function useEditor(): SettingsEditor {
  return useEditing().editor;
}

/** The sentence, in the desk's language, for the setting at `path`, or for anything below it; undefined when all is well. */
export function useProblem(path: string): string | undefined {
  const found = useEditor().problems.value.find((problem) => isAt(problem.path, path));
  return found === undefined ? undefined : words.value.settings.problem(found);
}

/** Whether something at or below `path` is wrong. */
export function useHasProblem(path: string): boolean {
  return useProblem(path) !== undefined;
}

function isAt(problem: string, path: string): boolean {
  return problem === path || problem.startsWith(`${path}.`);
}
