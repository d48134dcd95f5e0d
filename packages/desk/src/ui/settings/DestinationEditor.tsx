/** Where a handoff goes and how: at once, later, or to nobody, and among whom it goes round (S9–S14). */
import type { Assignment, Destination } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { ChecksSetting } from "./ChecksSetting.tsx";
import { ChoiceSetting } from "./ChoiceSetting.tsx";
import { useEditor } from "./editor-context.ts";
import { RadioSetting } from "./RadioSetting.tsx";

interface DestinationEditorProps {
  readonly path: string;
  readonly to: Destination;
  readonly onChange: (to: Destination) => void;
}

export function DestinationEditor({ path, to, onChange }: DestinationEditorProps): JSX.Element {
  const { queues } = useEditor().draft.value;
  const text = words.value.settings.destination;
  const agents = useDesk().agents.value;
  const members = queues.find((queue) => queue.id === to.queue)?.members ?? null;
  const candidates = agents.filter((agent) => members === null || members.includes(agent.id));
  const isKnown = queues.some((queue) => queue.id === to.queue);

  function assign(kind: Assignment["kind"]): Assignment {
    return kind === "agents" ? { kind, agents: candidates.map((agent) => agent.id) } : { kind };
  }

  return (
    <>
      <ChoiceSetting
        path={`${path}.queue`}
        label={text.queue}
        value={to.queue}
        choices={[
          ...(isKnown ? [] : [{ value: to.queue, label: words.value.settings.routing.gone }]),
          ...queues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(queue) => onChange({ ...to, queue })}
      />
      <RadioSetting
        path={`${path}.mode`}
        label={text.mode}
        value={to.mode}
        choices={[
          { value: "live", label: text.live, hint: text.liveHint },
          { value: "async", label: text.async, hint: text.asyncHint },
          { value: "none", label: text.none, hint: text.noneHint },
        ]}
        onChoose={(mode) => onChange({ ...to, mode })}
      />
      {to.mode !== "none" && (
        <RadioSetting
          path={`${path}.assign.kind`}
          label={text.assign}
          value={to.assign.kind}
          choices={[
            { value: "claim", label: text.claim, hint: text.claimHint },
            { value: "next_available", label: text.next, hint: text.nextHint },
            { value: "rotate_by_channel", label: text.rotate, hint: text.rotateHint },
            { value: "agents", label: text.agents },
          ]}
          onChoose={(kind) => onChange({ ...to, assign: assign(kind) })}
        />
      )}
      {to.mode !== "none" && to.assign.kind === "agents" && (
        <ChecksSetting
          path={`${path}.assign.agents`}
          label={text.who}
          values={to.assign.agents}
          choices={candidates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen) => onChange({ ...to, assign: { kind: "agents", agents: chosen } })}
        />
      )}
    </>
  );
}
