/** The list of the sections, with a mark where something is not saved or not right. */
import type { JSX } from "preact";
import { hrefOf, place } from "../../model/address.ts";
import {
  sectionNamed,
  sectionOfPath,
  SETTINGS_GROUPS,
  SETTINGS_SECTIONS,
  type SettingsSection,
} from "../../model/settings/section.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { chevronIcon } from "../icons.ts";
import { useEditor } from "./editor-context.ts";

export function SettingsIndex(): JSX.Element {
  const editor = useEditor();
  const text = words.value.settings;
  const at = place.value;
  const named = at.page === "settings" ? sectionNamed(at.section) : null;
  const current = named ?? SETTINGS_SECTIONS[0];
  const site = at.page === "settings" ? at.site : null;
  const edited = new Set(editor.changes.value.map((change) => change.section));
  const wrong = new Set(editor.problems.value.map((problem) => sectionOfPath(problem.path)));

  function mark(section: SettingsSection): JSX.Element | null {
    if (wrong.has(section)) return <Mark kind="wrong" says={text.isWrong} />;
    return edited.has(section) ? <Mark kind="edited" says={text.isEdited} /> : null;
  }

  return (
    <nav class="settings-index" aria-label={text.title}>
      {SETTINGS_GROUPS.map(({ group, sections }) => (
        <div key={group} class="settings-group">
          <p class="settings-group-name" id={`settings-${group}`}>
            {text.group[group]}
          </p>
          <ul aria-labelledby={`settings-${group}`}>
            {sections.map((section) => (
              <li key={section}>
                <a
                  class="settings-link"
                  href={hrefOf({ page: "settings", section, site })}
                  aria-current={section === current ? "page" : undefined}
                >
                  <span class="settings-link-word">{text.section[section]}</span>
                  {mark(section)}
                  <Icon node={chevronIcon} class="settings-link-chevron" />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Mark({ kind, says }: { readonly kind: "wrong" | "edited"; readonly says: string }): JSX.Element {
  return (
    <span class={`settings-mark settings-mark-${kind}`} title={says}>
      <span class="hidden">{says}</span>
    </span>
  );
}
