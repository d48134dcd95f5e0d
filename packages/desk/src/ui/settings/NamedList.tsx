/** A section of the settings that is a list of named things, each with its editor, and a button that adds one. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { removeAt, replaceAt } from "../../model/settings/list-edit.ts";
import { Icon } from "../Icon.tsx";
import { addIcon } from "../icons.ts";
import { EditScope } from "./EditScope.tsx";
import { ListItem } from "./ListItem.tsx";
import { SettingCard } from "./SettingCard.tsx";

interface NamedListProps<T extends { readonly id: string; readonly name: string }> {
  /** The setting that the list is. */
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly actions?: ComponentChildren;
  readonly items: readonly T[];
  /** What stands beside a name. */
  readonly about: (item: T) => string;
  /** What stands there while there is none. */
  readonly blank?: JSX.Element;
  /** Whether the last one may go. */
  readonly mayBeEmpty: boolean;
  readonly removeName: (name: string) => string;
  readonly addName: string;
  readonly makeNew: () => T;
  readonly onChange: (items: T[]) => void;
  readonly children: (item: T, path: string, change: (changed: T) => void) => JSX.Element;
}

export function NamedList<T extends { readonly id: string; readonly name: string }>(
  props: NamedListProps<T>,
): JSX.Element {
  const { items, onChange, mayBeEmpty } = props;
  const [added, setAdded] = useState<string | null>(null);

  function add(): void {
    const item = props.makeNew();
    onChange([...items, item]);
    setAdded(item.id);
  }

  return (
    <EditScope>
      <SettingCard title={props.title} lead={props.lead} actions={props.actions}>
        {items.length === 0 && props.blank !== undefined ? (
          props.blank
        ) : (
          <ul class="items" data-setting={props.path}>
            {items.map((item, index) => (
              <ListItem
                key={item.id}
                path={`${props.path}.${index}`}
                title={item.name}
                about={props.about(item)}
                opens={item.id === added || (mayBeEmpty && items.length === 1)}
                removeName={props.removeName(item.name)}
                onRemove={mayBeEmpty || items.length > 1 ? () => onChange(removeAt(items, index)) : null}
              >
                {props.children(item, `${props.path}.${index}`, (changed) =>
                  onChange(replaceAt(items, index, changed)),
                )}
              </ListItem>
            ))}
          </ul>
        )}
        <div class="add-line">
          <button type="button" class="button" onClick={add}>
            <Icon node={addIcon} />
            {props.addName}
          </button>
        </div>
      </SettingCard>
    </EditScope>
  );
}
