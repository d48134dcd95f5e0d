/** Tries every way that is on, for real, and says of each what came of it. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";

export function Trial(): JSX.Element {
  const { notifications } = useDesk();
  const [isBusy, setIsBusy] = useState(false);
  const told = useRef<HTMLOutputElement>(null);
  const text = words.value.notifications;
  const trial = notifications.trial.value;
  const lines =
    trial === null
      ? []
      : [
          trial.sound === null ? null : text.trial.sound[trial.sound],
          trial.push === null ? null : text.trial.push[trial.push],
          trial.mail === null ? null : text.trial.mail[trial.mail],
        ].filter((line) => line !== null);
  const isNothing = trial !== null && lines.length === 0 && !isBusy;

  // On a small screen it would be told below the edge.
  useEffect(() => {
    if (isBusy) told.current?.scrollIntoView?.({ block: "nearest" });
  });

  async function begin(): Promise<void> {
    setIsBusy(true);
    await notifications.tryOut();
    setIsBusy(false);
  }

  return (
    <div class="notify-test">
      <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && void begin()}>
        {text.test}
      </button>
      <span class="quiet">{text.testHint}</span>
      <output class="notify-trial" ref={told}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {isNothing && <p>{text.trial.nothing}</p>}
      </output>
    </div>
  );
}
