/** One page of contacts, each a link with what it takes to tell them apart, and the way to the pages beside it. */
import { contactName, type SiteId } from "@sophie/engine";
import type { JSX } from "preact";
import { hrefOf } from "../../model/address.ts";
import type { ContactPage } from "../../model/contacts-http.ts";
import { words } from "../../words/chosen-words.ts";
import { Blank } from "../Blank.tsx";
import { searchIcon, visitorIcon } from "../icons.ts";
import { ScoreGrade } from "./ScoreGrade.tsx";

const PAGE = 50;

interface ContactRowsProps {
  readonly site: SiteId;
  readonly page: ContactPage;
  readonly from: number;
  readonly isSearch: boolean;
  readonly onFrom: (from: number) => void;
}

export function ContactRows({ site, page, from, isSearch, onFrom }: ContactRowsProps): JSX.Element {
  const text = words.value.contacts;
  const { total, contacts } = page;
  if (total === 0) {
    return isSearch ? (
      <Blank icon={searchIcon} title={text.count(0)} text={text.noneFound} />
    ) : (
      <Blank icon={visitorIcon} title={text.none} text={text.noneText} />
    );
  }
  return (
    <>
      <output class="quiet">{text.count(total)}</output>
      <ul class="contact-list">
        {contacts.map((contact) => {
          const name = contactName(contact);
          const more = [contact.email, contact.phone, contact.company].filter(
            (part) => part !== "" && part !== name,
          );
          return (
            <li key={contact.id}>
              <a class="contact-row" href={hrefOf({ page: "contacts", site, id: contact.id })}>
                <span class="contact-who">
                  <strong>{name === "" ? text.nameless : name}</strong>
                  <span class="quiet">{more.join(" · ")}</span>
                </span>
                <span class="contact-stage">{text.stages[contact.stage]}</span>
                {contact.lead !== null && <ScoreGrade lead={contact.lead} />}
              </a>
            </li>
          );
        })}
      </ul>
      {total > PAGE && (
        <nav class="contact-pages" aria-label={text.title}>
          <button
            type="button"
            class="button"
            disabled={from === 0}
            onClick={() => onFrom(Math.max(0, from - PAGE))}
          >
            {text.previous}
          </button>
          <span class="quiet">{text.page(from + 1, from + contacts.length, total)}</span>
          <button
            type="button"
            class="button"
            disabled={from + PAGE >= total}
            onClick={() => onFrom(from + PAGE)}
          >
            {text.next}
          </button>
        </nav>
      )}
    </>
  );
}
