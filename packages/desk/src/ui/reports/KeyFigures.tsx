/** The four figures of a period that one remembers, each with what it is of. */
import type { QualityReport, Share } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { ShareBar } from "./ShareBar.tsx";

export function KeyFigures({ report }: { readonly report: QualityReport }): JSX.Element {
  const { tag, reports: text } = words.value;
  const { handoffs, judged, hit, precision, containment } = report;
  const number = (count: number) => new Intl.NumberFormat(tag).format(count);
  return (
    <dl class="key-figures">
      <div>
        <dt>{text.handoffs}</dt>
        <dd class="key-figure">{number(handoffs)}</dd>
        <dd class="quiet">
          {number(judged)} {text.judgedCount}
        </dd>
      </div>
      <KeyShare name={text.hit} share={hit} hint={text.hitHint} />
      <KeyShare name={text.precision} share={precision} hint={text.precisionHint} />
      <KeyShare
        name={text.solved}
        share={containment.solved}
        hint={text.solvedHint(containment.alone, containment.cameBack)}
      />
    </dl>
  );
}

interface KeyShareProps {
  readonly name: string;
  readonly share: Share;
  readonly hint: string;
}

function KeyShare({ name, share, hint }: KeyShareProps): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="key-figure">
        <ShareBar share={share} />
      </dd>
      <dd class="quiet">{hint}</dd>
    </div>
  );
}
