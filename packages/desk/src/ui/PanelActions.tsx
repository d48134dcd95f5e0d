/** The one button that names the next step, and the menu with the other moves (H50). */
import { type Handoff, isOpen } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type DeskMove, offeredMoves } from "../model/offered-moves.ts";
import { words } from "../words/chosen-words.ts";
import type { Words } from "../words/words.ts";
import { AssignDialog } from "./AssignDialog.tsx";
import { CancelDialog } from "./CancelDialog.tsx";
import { ContactDialog } from "./ContactDialog.tsx";
import { useDesk, useMe } from "./desk-context.ts";
import { moreIcon } from "./icons.ts";
import { Menu } from "./Menu.tsx";
import { PlanDialog } from "./PlanDialog.tsx";
import { PriorityDialog } from "./PriorityDialog.tsx";
import { useCommands } from "./use-commands.ts";

type OpenDialog = "plan" | "prioritise" | "assign" | "cancel" | "create_contact";

export function PanelActions({ handoff }: { readonly handoff: Handoff }): JSX.Element {
  const desk = useDesk();
  const me = useMe();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [survey, setSurvey] = useState(false);
  const text = words.value;
  const { primary, others } = offeredMoves(handoff, me);
  const busy = desk.moves.busy.value.get(handoff.id);
  const isOffline = desk.line.value.state !== "online";
  const maySurvey = desk.sites.value.find(({ id }) => id === handoff.site)?.survey !== false;
  const isHeld = isOffline || busy !== undefined;

  const planning = {
    key: "plan",
    label: text.routing.plan.action,
    isGrave: false,
    onPick: () => setDialog("plan"),
  };

  const prioritising = {
    key: "prioritise",
    label: text.reports.prioritise.action,
    isGrave: false,
    onPick: () => setDialog("prioritise"),
  };

  function make(move: DeskMove): void {
    if (move === "assign" || move === "cancel" || move === "create_contact") setDialog(move);
    else if (move === "complete") void desk.moves.complete(handoff, survey);
    else void desk.moves[move](handoff);
  }

  const moves = primary === null ? others : [primary, ...others];
  useCommands(
    isHeld
      ? []
      : [
          ...moves.map((move) => ({
            id: move,
            label: moveLabel(move, handoff, text),
            shortcut: move,
            run: () => make(move),
          })),
          ...(isOpen(handoff.status) && primary !== null
            ? [
                {
                  id: "prioritise",
                  label: prioritising.label,
                  shortcut: "prioritise",
                  run: prioritising.onPick,
                } as const,
              ]
            : []),
        ],
  );

  return (
    <div class="panel-actions">
      {primary === "complete" && maySurvey && (
        <label class="panel-survey">
          <input
            type="checkbox"
            checked={survey}
            onChange={({ currentTarget }) => setSurvey(currentTarget.checked)}
          />
          {text.panel.survey}
        </label>
      )}
      {primary !== null && (
        <button
          type="button"
          class={primary === "reopen" ? "button" : "button button-primary"}
          aria-disabled={isHeld}
          title={isOffline ? text.panel.offlineMove : undefined}
          onClick={() => !isHeld && make(primary)}
        >
          {busy === primary ? text.panel.busy : moveLabel(primary, handoff, text)}
        </button>
      )}
      {others.length > 0 && (
        <Menu
          label={text.panel.more}
          icon={moreIcon}
          disabled={isHeld}
          items={[
            ...others.map((move) => ({
              key: move as string,
              label: moveLabel(move, handoff, text),
              isGrave: move === "cancel",
              onPick: () => make(move),
            })),
            ...(isOpen(handoff.status) ? [planning, prioritising] : []),
          ]}
        />
      )}
      {dialog === "assign" && <AssignDialog handoff={handoff} onClose={() => setDialog(null)} />}
      {dialog === "plan" && <PlanDialog handoff={handoff} onClose={() => setDialog(null)} />}
      {dialog === "prioritise" && <PriorityDialog handoff={handoff} onClose={() => setDialog(null)} />}
      {dialog === "cancel" && <CancelDialog handoff={handoff} onClose={() => setDialog(null)} />}
      {dialog === "create_contact" && (
        <ContactDialog
          handoff={handoff}
          entries={desk.transcript(handoff.conversation).entries.value}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

function moveLabel(move: DeskMove, handoff: Handoff, { panel }: Words): string {
  return move === "start" && handoff.status === "assigned" ? panel.assignedStart : panel.action[move];
}
