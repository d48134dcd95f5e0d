/** The map of the keys, and the switch for those who want none by accident (WCAG 2.1.4). */
import type { JSX } from "preact";
import {
  capsOf,
  SHORTCUT_GROUPS,
  type ShortcutGroup,
  type ShortcutName,
  shortcutsOf,
} from "../model/shortcuts.ts";
import { words } from "../words/chosen-words.ts";
import type { Words } from "../words/words.ts";
import { useDesk } from "./desk-context.ts";
import { Dialog } from "./Dialog.tsx";
import { Switch } from "./settings/SwitchRow.tsx";

export function KeyMap({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { shortcuts } = useDesk();
  const text = words.value.keys;
  return (
    <Dialog title={text.title} lead={text.lead} onClose={onClose} isWide>
      <div class="switch-row key-switch">
        <div class="switch-text">
          <label for="key-switch">{text.switch}</label>
          <p id="key-switch-hint" class="quiet">
            {text.switchHint}
          </p>
        </div>
        <Switch
          id="key-switch"
          describedBy="key-switch-hint"
          isOn={shortcuts.isOn.value}
          onChange={(isOn) => shortcuts.choose(isOn)}
        />
      </div>
      <div class="key-groups">
        {SHORTCUT_GROUPS.map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`} class="key-group">
              {text.group[group]}
            </h3>
            <dl class="key-list">
              {linesOf(group, words.value).map(({ name, caps }) => (
                <div key={name} class="key-line">
                  <dt>{name}</dt>
                  <dd>
                    {caps.map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

interface Line {
  readonly name: string;
  readonly caps: readonly string[];
}

function linesOf(group: ShortcutGroup, all: Words): readonly Line[] {
  const lines = shortcutsOf(group).map((name) => ({ name: nameOf(name, all), caps: capsOf(name) }));
  if (group !== "list") return lines;
  const { arrows, ends, enter } = all.keys;
  return [
    ...lines,
    { name: arrows, caps: ["↑", "↓"] },
    { name: ends, caps: ["Home", "End"] },
    { name: enter, caps: ["↵"] },
  ];
}

function nameOf(name: ShortcutName, { keys, reports }: Words): string {
  return name in keys.name
    ? keys.name[name as keyof typeof keys.name]
    : reports.verdict[name as keyof typeof reports.verdict];
}
