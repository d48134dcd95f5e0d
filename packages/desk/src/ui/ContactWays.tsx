/** Mail and telephone of a visitor as links if they are any, and beside each the button that logs an attempt: only that stops the clock (R6, H66, H67). */
import { type Handoff, isOpen, type LogEntry } from "@sophie/engine";
import type { JSX } from "preact";
import { type ContactWay, contactWays, lastAttempt } from "../model/contact-ways.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk } from "./desk-context.ts";
import { WayLink } from "./WayLink.tsx";

interface ContactWaysProps {
  readonly handoff: Handoff;
  readonly entries: readonly LogEntry[];
}

export function ContactWays({ handoff, entries }: ContactWaysProps): JSX.Element | null {
  const desk = useDesk();
  const text = words.value;
  const found = desk.sites.value.find(({ id }) => id === handoff.site);
  const site = { name: found?.name ?? "", language: found?.language ?? handoff.language };
  const ways = contactWays(handoff, entries, site, text);
  if (ways.length === 0) return null;
  const isHeld = desk.line.value.state !== "online" || desk.moves.busy.value.has(handoff.id);
  return (
    <ul class="ways" aria-label={text.sla.reach}>
      {ways.map((way) => (
        <li key={way.how} class="way">
          <WayLink way={way} />
          <Attempted way={way} />
          {way.href !== null && isOpen(handoff.status) && (
            <button
              type="button"
              class="button button-small"
              aria-label={text.sla.logAttempt[way.how]}
              aria-disabled={isHeld}
              title={text.sla.attemptHint}
              onClick={() => !isHeld && void desk.moves.logAttempt(handoff, way.how)}
            >
              {text.sla.attempt}
            </button>
          )}
        </li>
      ))}
    </ul>
  );

  function Attempted({ way }: { readonly way: ContactWay }): JSX.Element | null {
    const attempt = lastAttempt(handoff, entries, way.how);
    if (attempt === null) return null;
    const at = momentTime(attempt.at, desk.now.peek(), text);
    return <span class="quiet">{text.sla.attempted[way.how](at)}</span>;
  }
}
