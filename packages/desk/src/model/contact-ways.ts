/** How a visitor can be reached outside the chat: what they gave when they were asked, else what they wrote. */
import type { AttemptKind, Handoff, HandoffEntry, Language, LogEntry } from "@sophie/engine";
import type { Words } from "../words/words.ts";
import { contactDraft } from "./contact-draft.ts";
import { reasonName } from "./reason-name.ts";
import { readTelephone } from "./telephone.ts";

export interface ContactWay {
  readonly how: AttemptKind;
  readonly shown: string;
  /** Null for what cannot be dialled or written to: that stays text (H60, H61). */
  readonly href: string | null;
}

/** One address and nothing else: no scheme, no second recipient, no header. */
const EMAIL = /^[^\s@:;,/?#&<>"'`()[\]\\]+@[^\s@:;,/?#&<>"'`()[\]\\]+\.\p{L}{2,}$/u;
const EMAIL_CHARS_MAX = 254;

export function contactWays(
  handoff: Handoff,
  entries: readonly LogEntry[],
  site: { readonly name: string; readonly language: Language },
  words: Words,
): readonly ContactWay[] {
  const { email, phone } = contactDraft(handoff, entries, words);
  const subject = `${words.sla.mailSubject(site.name)}: ${reasonName(handoff, words)}`;
  return [
    ...(email === "" ? [] : [mailWay(email, subject)]),
    ...(phone === "" ? [] : [callWay(phone, site.language)]),
  ];
}

/** `subject` empty for none. */
export function mailWay(address: string, subject: string): ContactWay {
  const isAddress = EMAIL.test(address) && address.length <= EMAIL_CHARS_MAX;
  const query = subject === "" ? "" : `?subject=${encodeURIComponent(subject)}`;
  return {
    how: "mail",
    shown: address,
    href: isAddress ? `mailto:${encodeURIComponent(address)}${query}` : null,
  };
}

export function callWay(number: string, language: Language): ContactWay {
  const read = readTelephone(number, language);
  return { how: "call", shown: read?.shown ?? number, href: read?.href ?? null };
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
