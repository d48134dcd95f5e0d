/** One contact: what is known, what it was worth and why, and every conversation that belongs to it (H76, H77, T25, T32). */
import type { Language, LeadScore, SiteId } from "@sophie/engine";
import { contactName } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { hrefOf } from "../../model/address.ts";
import { callWay, mailWay } from "../../model/contact-ways.ts";
import { fetchContact, type WholeContact } from "../../model/contacts-http.ts";
import { words } from "../../words/chosen-words.ts";
import { isLeadRule } from "../../words/words.ts";
import { momentTime } from "../../words/times.ts";
import { Blank } from "../Blank.tsx";
import { useDesk } from "../desk-context.ts";
import { warningIcon } from "../icons.ts";
import { ListSkeleton } from "../Skeleton.tsx";
import { useAnswer } from "../use-answer.ts";
import { WayLink } from "../WayLink.tsx";
import { ContactForm } from "./ContactForm.tsx";
import { ScoreGrade } from "./ScoreGrade.tsx";

interface ContactDetailProps {
  readonly site: SiteId;
  readonly language: Language;
  readonly id: string;
}

export function ContactDetail({ site, language, id }: ContactDetailProps): JSX.Element {
  const text = words.value.contacts;
  const desk = useDesk();
  const [saved, setSaved] = useState<WholeContact | null>(null);
  const answer = useAnswer(async () => ({ whole: await fetchContact(site, id) }), [site, id]);
  const whole = saved ?? answer?.whole ?? null;
  const back = (
    <a class="link" href={hrefOf({ page: "contacts", site, id: null })}>
      {text.back}
    </a>
  );
  if (answer === null) return <ListSkeleton />;
  if (whole === null || whole === "gone") {
    return (
      <Blank icon={warningIcon} title={whole === "gone" ? text.gone : text.failed} text="">
        {back}
      </Blank>
    );
  }
  const { contact, handoffs } = whole;
  const name = contactName(contact);
  const ways = [
    ...(contact.email === "" ? [] : [mailWay(contact.email, "")]),
    ...(contact.phone === "" ? [] : [callWay(contact.phone, language)]),
  ];
  const when = (at: number): string => momentTime(at, desk.now.peek(), words.value);
  return (
    <article class="contact-detail" aria-labelledby="contact-name">
      {back}
      <header class="contacts-head">
        <h1 id="contact-name">{name === "" ? text.nameless : name}</h1>
        <span class="contact-stage">{text.stages[contact.stage]}</span>
        {contact.lead !== null && <ScoreGrade lead={contact.lead} />}
      </header>
      {ways.length > 0 && (
        <ul class="ways" aria-label={words.value.sla.reach}>
          {ways.map((way) => (
            <li key={way.how} class="way">
              <WayLink way={way} />
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">
        {text.made}{" "}
        <time dateTime={new Date(contact.createdAt).toISOString()}>{when(contact.createdAt)}</time>
      </p>
      <section class="card" aria-label={text.details}>
        <h2 class="card-title">{text.details}</h2>
        <ContactForm site={site} language={language} contact={contact} onSaved={setSaved} />
      </section>
      <section class="card" aria-label={text.score}>
        <h2 class="card-title">{text.score}</h2>
        {contact.lead === null ? (
          <p class="quiet">{text.noScore}</p>
        ) : (
          <Breakdown lead={contact.lead} at={when(contact.lead.at)} />
        )}
      </section>
      <section class="card" aria-label={text.conversations}>
        <h2 class="card-title">{text.conversations}</h2>
        {handoffs.length === 0 && <p class="quiet">{text.noConversations}</p>}
        <ul class="contact-links">
          {handoffs.map(({ handoff, conversation, at, trigger, status, notes }) => (
            <li key={handoff}>
              <a class="link" href={hrefOf({ page: "replay", conversation, seq: null })}>
                {trigger === null ? text.conversations : words.value.trigger[trigger]} · {when(at)}
              </a>
              {status !== null && <span class="quiet"> {words.value.status[status]}</span>}
              {notes !== "" && notes !== contact.notes && (
                <p class="contact-notes" aria-label={text.handoffNotes}>
                  {notes}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function Breakdown({ lead, at }: { readonly lead: LeadScore; readonly at: string }): JSX.Element {
  const text = words.value;
  const counted = lead.points.filter((point) => point.counted !== 0);
  return (
    <>
      <p>
        <ScoreGrade lead={lead} /> <span class="quiet">{text.contacts.scoreAt(at)}</span>
      </p>
      <ul class="contact-points">
        {counted.map((point) => (
          <li key={`${point.rule} ${point.source}`}>
            <span>{isLeadRule(point.rule) ? text.lead.rule[point.rule] : point.rule}</span>
            <span class="contact-point">{`${point.counted > 0 ? "+" : ""}${Math.round(point.counted * 10) / 10}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
