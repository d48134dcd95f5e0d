/** The rules in their order: opened, switched, moved by dragging or by a press, and added, blank or from a template (S22, S23). */
import type { RoutingRule } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { removeAt, replaceAt } from "../../model/settings/list-edit.ts";
import { freeName, newRule } from "../../model/settings/new-parts.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon } from "../Icon.tsx";
import { addIcon } from "../icons.ts";
import { useEditor } from "./editor-context.ts";
import { RuleItem } from "./RuleItem.tsx";
import { TemplateMenu } from "./TemplateMenu.tsx";
import { useReorder } from "./use-reorder.ts";

export function RuleList(): JSX.Element {
  const editor = useEditor();
  const { rules, queues } = editor.draft.value;
  const text = words.value.settings.rules;
  const [added, setAdded] = useState<string | null>(null);
  const set = (next: RoutingRule[]) => editor.change({ rules: next });
  const reorder = useReorder(rules, set);
  const first = queues[0];

  function append(fresh: readonly RoutingRule[]): void {
    const all = [...rules];
    for (const rule of fresh) all.push({ ...rule, name: freeName(rule.name, all) });
    set(all);
    setAdded(fresh[0]?.id ?? null);
  }

  return (
    <>
      {rules.length === 0 ? (
        <p class="empty-text">{text.empty}</p>
      ) : (
        <ol class="items" data-setting="rules">
          {rules.map((rule, index) => (
            <RuleItem
              key={rule.id}
              path={`rules.${index}`}
              rule={rule}
              at={index}
              opens={rule.id === added}
              reorder={reorder}
              onChange={(changed) => set(replaceAt(rules, index, changed))}
              onRemove={() => set(removeAt(rules, index))}
            />
          ))}
        </ol>
      )}
      <output class="hidden">
        {reorder.moved !== null && text.moved(reorder.moved.name, reorder.moved.at + 1, rules.length)}
      </output>
      <div class="add-line">
        <button
          type="button"
          class="button"
          disabled={first === undefined}
          onClick={() => first !== undefined && append([newRule(editor.newKey(), text.newName, first.id)])}
        >
          <Icon node={addIcon} />
          {text.add}
        </button>
        <TemplateMenu onPick={append} />
      </div>
    </>
  );
}
