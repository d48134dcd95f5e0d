/** One rule as a line of its list: its place, what it says in words, its switch, and the ways to move it. */
import type { RoutingRule } from "@sophie/engine";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { conditionsInWords, destinationInWords } from "../../model/settings/routing-words.ts";
import { words } from "../../words/chosen-words.ts";
import { Icon, type IconNode } from "../Icon.tsx";
import { arrowRightIcon, dragIcon, downIcon, upIcon } from "../icons.ts";
import { useEditor } from "./editor-context.ts";
import { ListItem } from "./ListItem.tsx";
import { useRoutingNames } from "./routing-names.ts";
import { RuleEditor } from "./RuleEditor.tsx";
import { Switch } from "./SwitchRow.tsx";
import type { Reorder } from "./use-reorder.ts";

interface RuleItemProps {
  readonly path: string;
  readonly rule: RoutingRule;
  readonly at: number;
  readonly opens: boolean;
  readonly reorder: Reorder;
  readonly onChange: (rule: RoutingRule) => void;
  readonly onRemove: () => void;
}

export function RuleItem(props: RuleItemProps): JSX.Element {
  const { rule, at, reorder } = props;
  const { mayEdit } = useEditor();
  const names = useRoutingNames();
  const all = words.value;
  const text = all.settings.rules;
  const line = useRef<HTMLDivElement>(null);
  const [isTarget, setIsTarget] = useState(false);

  function moveButton(label: string, icon: IconNode, to: number): JSX.Element {
    const isEnd = to < 0 || to >= reorder.count;
    return (
      <button
        type="button"
        class="button button-bare button-tiny"
        aria-label={label}
        title={label}
        aria-disabled={isEnd}
        onClick={(event) => reorder.move(at, to, event.currentTarget)}
      >
        <Icon node={icon} />
      </button>
    );
  }

  return (
    <ListItem
      path={props.path}
      opens={props.opens}
      isOff={!rule.enabled}
      title={
        <>
          <span class="item-number">{at + 1}</span> {rule.name}
          {!rule.enabled && <span class="item-tag">{text.off}</span>}
        </>
      }
      about={
        <>
          {conditionsInWords(rule, names, all)}{" "}
          <Icon node={arrowRightIcon} class="item-arrow" label={text.leadsTo} />{" "}
          {destinationInWords(rule.to, names, all)}
        </>
      }
      dropZone={
        reorder.dragged === null
          ? undefined
          : {
              isTarget,
              onDragOver(event) {
                event.preventDefault();
                setIsTarget(reorder.dragged !== rule.id);
              },
              onDragLeave: () => setIsTarget(false),
              onDrop(event) {
                event.preventDefault();
                setIsTarget(false);
                reorder.dropAt(at);
              },
            }
      }
      controls={
        <div class="rule-controls" ref={line}>
          <Switch
            isOn={rule.enabled}
            name={text.switch(rule.name)}
            onChange={(enabled) => props.onChange({ ...rule, enabled })}
          />
          <span class="rule-moves">
            {moveButton(text.up(rule.name), upIcon, at - 1)}
            {moveButton(text.down(rule.name), downIcon, at + 1)}
          </span>
          <span
            class="drag-handle"
            title={text.drag}
            draggable={mayEdit.value}
            onDragStart={(event) => {
              event.dataTransfer?.setData("text/plain", rule.name);
              const item = line.current?.closest("li");
              if (item !== null && item !== undefined) event.dataTransfer?.setDragImage(item, 24, 24);
              reorder.drag(rule.id);
            }}
            onDragEnd={() => reorder.drag(null)}
          >
            <Icon node={dragIcon} />
          </span>
        </div>
      }
      removeName={text.remove(rule.name)}
      onRemove={props.onRemove}
    >
      <RuleEditor path={props.path} rule={rule} onChange={props.onChange} />
    </ListItem>
  );
}
