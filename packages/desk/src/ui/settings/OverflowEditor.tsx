/** When a queue's handoffs go on to others because nobody opens them, and what that comes to (T1–T11). */
import { OVERFLOW_MIN_SECONDS, type OverflowPolicy, type Queue } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { ChecksSetting } from "./ChecksSetting.tsx";
import { useEditor } from "./editor-context.ts";
import { NumberSetting } from "./NumberSetting.tsx";
import { RadioSetting } from "./RadioSetting.tsx";
import { SubGroup } from "./SubGroup.tsx";
import { SwitchRow } from "./SwitchRow.tsx";

const MINUTES_MAX = 7 * 24 * 60;
const HOPS_MAX = 20;
const MINUTES_MIN = OVERFLOW_MIN_SECONDS / 60;

const FIRST_POLICY: OverflowPolicy = {
  afterSeconds: OVERFLOW_MIN_SECONDS,
  hopsMax: 5,
  exclude: "all_previous",
  nextQueues: [],
  offHours: "never",
};

interface OverflowEditorProps {
  readonly path: string;
  readonly queue: Queue;
  /** Undefined: what somebody has stays with them. */
  readonly onChange: (overflow: OverflowPolicy | undefined) => void;
}

export function OverflowEditor({ path, queue, onChange }: OverflowEditorProps): JSX.Element {
  const text = words.value.routing.settings;
  const { overflow } = queue;
  return (
    <SubGroup path={path} title={text.title} lead={text.lead}>
      <SwitchRow
        path={`${path}.isOn`}
        label={text.isOn}
        hint={text.isOnHint}
        isOn={overflow !== undefined}
        onChange={(isOn) => onChange(isOn ? FIRST_POLICY : undefined)}
      />
      {overflow !== undefined && (
        <PolicyFields path={path} queue={queue} policy={overflow} onChange={onChange} />
      )}
    </SubGroup>
  );
}

interface PolicyFieldsProps extends OverflowEditorProps {
  readonly policy: OverflowPolicy;
}

function PolicyFields({ path, queue, policy, onChange }: PolicyFieldsProps): JSX.Element {
  const text = words.value.routing.settings;
  const others = useEditor().draft.value.queues.filter(({ id }) => id !== queue.id);
  const change = (more: Partial<OverflowPolicy>) => onChange({ ...policy, ...more });
  const minutes = Math.round(policy.afterSeconds / 60);
  const nextNames = policy.nextQueues.flatMap((id) => others.find((other) => other.id === id)?.name ?? []);
  return (
    <>
      <div class="form-grid form-grid-narrow">
        <NumberSetting
          path={`${path}.afterSeconds`}
          label={text.after}
          value={minutes}
          min={MINUTES_MIN}
          max={MINUTES_MAX}
          hint={text.afterHint}
          onChange={(value) => change({ afterSeconds: value * 60 })}
        />
        <NumberSetting
          path={`${path}.hopsMax`}
          label={text.hops}
          value={policy.hopsMax}
          min={1}
          max={HOPS_MAX}
          hint={text.hopsHint}
          onChange={(hopsMax) => change({ hopsMax })}
        />
      </div>
      <div class="form-grid">
        <RadioSetting
          path={`${path}.exclude`}
          label={text.exclude}
          value={policy.exclude}
          choices={[
            { value: "all_previous", label: text.excludeAll },
            { value: "first", label: text.excludeFirst },
          ]}
          onChoose={(exclude) => change({ exclude })}
        />
        <RadioSetting
          path={`${path}.offHours`}
          label={text.offHours}
          value={policy.offHours}
          choices={[
            { value: "never", label: text.offNever },
            { value: "start_at_opening", label: text.offStart },
          ]}
          onChoose={(offHours) => change({ offHours })}
        />
      </div>
      {others.length === 0 ? (
        <p class="quiet">{text.nextNone}</p>
      ) : (
        <ChecksSetting
          path={`${path}.nextQueues`}
          label={text.next}
          values={policy.nextQueues}
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(nextQueues) => change({ nextQueues })}
        />
      )}
      <figure class="overflow-steps">
        <figcaption class="field-label">{text.preview}</figcaption>
        <ol>
          <li>{text.first}</li>
          <li>{text.nextPerson(minutes)}</li>
          {nextNames.map((name) => (
            <li key={name}>
              {text.nextQueue} {name}
            </li>
          ))}
          <li>{text.end}</li>
        </ol>
      </figure>
    </>
  );
}
