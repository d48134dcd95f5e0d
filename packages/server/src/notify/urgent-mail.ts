/** The mail about an urgent handoff that nobody claimed: what, where and until when, and nothing that a visitor wrote. */
import type { DeskLanguage, Handoff } from "@sophie/engine";
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Mail } from "./mailer.ts";
import { MAIL_WORDS } from "./mail-words.ts";

const MINUTE_MS = 60_000;
const LOCALE: Readonly<Record<DeskLanguage, string>> = { nl: "nl-NL", en: "en-GB" };

export interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: DeskLanguage;
  /** IANA; in which times are told. */
  readonly zone: string;
}

export interface UrgentNews {
  readonly handoff: Pick<Handoff, "id" | "trigger" | "triggerName" | "dueAt">;
  readonly site: string;
  /** Since when nobody claims it; epoch ms. */
  readonly since: number;
  readonly now: number;
  /** The desk's page for it. */
  readonly link: string;
}

export function urgentMail(to: Addressee, { handoff, site, since, now, link }: UrgentNews): Mail {
  const words = MAIL_WORDS[to.language];
  const signal = handoff.triggerName ?? words.trigger[handoff.trigger];
  const due = momentIn(to, handoff.dueAt);
  const waits = words.waits(Math.max(1, Math.round((now - since) / MINUTE_MS)));
  const facts = [
    [words.signal, signal],
    [words.site, site],
    [words.due, `${due} (${to.zone})`],
  ] as const;
  return {
    to: to.email,
    subject: words.subject(signal, site, due),
    id: `${handoff.id}.${to.id}`,
    text: [
      words.greeting(to.name),
      waits,
      facts.map(([name, value]) => `${name}: ${value}`).join("\n"),
      `${words.open}: ${link}`,
      words.why,
    ].join("\n\n"),
    html: page(
      to.language,
      html`<p>${words.greeting(to.name)}</p>
        <p><strong>${waits}</strong></p>
        <table>
          ${facts.map(
            ([name, value]) =>
              html`<tr>
                <td>${name}</td>
                <td><strong>${value}</strong></td>
              </tr>`,
          )}
        </table>
        <p><a href="${link}">${words.open}</a></p>
        <p><small>${words.why}</small></p>`,
    ),
  };
}

/** `id` makes it a new one each time: it is to arrive again. */
export function testMail({ email, language }: Addressee, id: string): Mail {
  const { testSubject, testText } = MAIL_WORDS[language];
  return {
    to: email,
    subject: testSubject,
    id,
    text: testText,
    html: page(language, html`<p>${testText}</p>`),
  };
}

function momentIn({ language, zone }: Addressee, at: number): string {
  const parts = {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  return new Intl.DateTimeFormat(LOCALE[language], { ...parts, timeZone: zone }).format(at);
}

/** Everything that is put in is escaped; a mailbox that shows no HTML has the text. */
function page(language: DeskLanguage, body: ReturnType<typeof html>): string {
  const drawn = html`<!doctype html>
    <html lang="${language}">
      <meta charset="utf-8" />
      <body>
        ${body}
      </body>
    </html>`;
  return (drawn as HtmlEscapedString).toString();
}
