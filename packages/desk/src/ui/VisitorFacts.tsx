/** Who it is, as far as anybody knows (H59, H65). */
import type { ContactFields, Handoff, LogEntry } from "@sophie/engine";
import type { JSX } from "preact";
import { hrefOf } from "../model/address.ts";
import { contactDraft } from "../model/contact-draft.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { ContactWays } from "./ContactWays.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { useDesk } from "./desk-context.ts";

/** What is longer does not fit into one of the narrow columns. */
const LONG_CHARS = 24;

interface VisitorFactsProps {
  readonly handoff: Handoff;
  readonly entries: readonly LogEntry[];
}

export function VisitorFacts({ handoff, entries }: VisitorFactsProps): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const site = desk.sites.value.find((candidate) => candidate.id === handoff.site);
  const known = contactDraft(handoff, entries, text);
  const name = nameIn(known);
  // Name, mail and telephone have places of their own.
  const shown = new Set<string>([name, ...Object.values(known)]);
  const given = Object.values(handoff.info).filter((value) => !shown.has(value));
  return (
    <section aria-labelledby="visitor-title">
      <h3 id="visitor-title" class="section-title">
        {text.panel.visitor}
        <span class="section-note">
          {handoff.contact !== null ? (
            <a class="link" href={hrefOf({ page: "contacts", site: handoff.site, id: handoff.contact })}>
              {text.contacts.open}
            </a>
          ) : (
            name === "" && text.panel.unknownVisitor
          )}
        </span>
      </h3>
      <dl class="facts">
        {name !== "" && <Fact name={text.contacts.name}>{name}</Fact>}
        <Fact name={text.panel.speaks}>{text.language[handoff.language]}</Fact>
        {handoff.status === "pending" && (
          <Fact name={text.sla.activityTitle}>{text.sla.activity[handoff.activity]}</Fact>
        )}
        {site !== undefined && <Fact name={text.panel.site}>{site.name}</Fact>}
        {given.length > 0 && <Fact name={text.panel.given}>{given.join(" · ")}</Fact>}
        {handoff.missing.length > 0 && <Fact name={text.panel.notGiven}>{handoff.missing.join(", ")}</Fact>}
        <Fact name={text.panel.created}>
          <time dateTime={new Date(handoff.createdAt).toISOString()}>
            {momentTime(handoff.createdAt, desk.now.peek(), text)}
          </time>
        </Fact>
        <Fact name={text.panel.visitorId}>
          <span class="fact-id">{handoff.visitor}</span>
          <CopyButton text={handoff.visitor} />
        </Fact>
      </dl>
      <ContactWays handoff={handoff} entries={entries} />
    </section>
  );
}

function nameIn({ firstName, lastName }: ContactFields): string {
  return [firstName, lastName].filter((part) => part !== "").join(" ");
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: JSX.Element | JSX.Element[] | string | number;
}): JSX.Element {
  const isLong = typeof children === "string" && children.length > LONG_CHARS;
  return (
    <div class={isLong ? "fact fact-long" : "fact"}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
