/** How a visitor can be reached outside the chat: what they gave when they were asked, else what they wrote. */
import type { AttemptKind, Handoff, HandoffEntry, LogEntry } from "@sophie/engine";
import type { Words } from "../words/words.ts";
import { contactDraft } from "./contact-draft.ts";
import { reasonName } from "./reason-name.ts";

export interface ContactWay {
  readonly how: AttemptKind;
  /** As the visitor gave it. */
  readonly shown: string;
  readonly href: string;
}

const EMAIL = /^[^\s@:/?#&]+@[^\s@:/?#&]+\.[^\s@:/?#&]+$/u;
const PHONE = /^[+0][\d\s().-]{7,24}$/u;

export function contactWays(
  handoff: Handoff,
  entries: readonly LogEntry[],
  site: string,
  words: Words,
): readonly ContactWay[] {
  const written = contactDraft(handoff, entries, words);
  const given = Object.values(handoff.info).map((value) => value.trim());
  const email = given.find((value) => EMAIL.test(value)) ?? written.email;
  const phone = given.find((value) => PHONE.test(value)) ?? written.phone;
  return [...(EMAIL.test(email) ? [mail(email)] : []), ...(PHONE.test(phone) ? [call(phone)] : [])];

  function mail(address: string): ContactWay {
    const subject = `${words.sla.mailSubject(site)}: ${reasonName(handoff, words)}`;
    const href = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}`;
    return { how: "mail", shown: address, href };
  }

  function call(number: string): ContactWay {
    return { how: "call", shown: number, href: `tel:${number.replaceAll(/[^\d+]/g, "")}` };
  }
}

/** The newest attempt of a kind in the present history of a handoff; null if there was none. */
export function lastAttempt(
  { id }: Handoff,
  entries: readonly LogEntry[],
  how: AttemptKind,
): HandoffEntry | null {
  const attempts = entries
    .filter((entry) => entry.kind === "handoff")
    .filter((entry) => entry.handoff === id && entry.action === "attempt" && entry.how === how);
  return attempts.at(-1) ?? null;
}
