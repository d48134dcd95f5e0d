/**
 * Every "no" that crosses the wire: who caused it, whether to try again, and what a person may read.
 * `status` is the HTTP status that the same refusal has on an HTTP route.
 */
import * as z from "zod/mini";
import type { ContactCard } from "../domain/contact.ts";
import type { ComposerLease } from "../domain/composer-lease.ts";
import type { Handoff } from "../domain/handoff.ts";

interface RefusalRule {
  readonly status: number;
  readonly causedBy: "client" | "state" | "server";
  readonly retry: boolean;
  readonly sentence: string;
}

export const REFUSALS = {
  unparsable: {
    status: 400,
    causedBy: "client",
    retry: false,
    sentence: "The frame is not JSON.",
  },
  unknown_message: {
    status: 400,
    causedBy: "client",
    retry: false,
    sentence: "The server does not know this type of message.",
  },
  invalid_message: {
    status: 422,
    causedBy: "client",
    retry: false,
    sentence: "A field of the message is missing or wrong.",
  },
  hello_repeated: {
    status: 409,
    causedBy: "client",
    retry: false,
    sentence: "Hello was said before.",
  },
  text_empty: { status: 422, causedBy: "client", retry: false, sentence: "The message holds no text." },
  text_too_long: {
    status: 422,
    causedBy: "client",
    retry: false,
    sentence: "The message is longer than 4,000 characters.",
  },
  not_found: {
    status: 404,
    causedBy: "client",
    retry: false,
    sentence: "There is no such conversation, handoff or person here.",
  },
  forbidden: {
    status: 403,
    causedBy: "client",
    retry: false,
    sentence: "Your role does not allow this.",
  },
  no_consent: {
    status: 403,
    causedBy: "state",
    retry: false,
    sentence: "This visitor has not agreed to be followed on the site.",
  },
  not_in_control: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "Somebody else has this conversation. Start the handoff or take it over first.",
  },
  being_answered: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "Somebody else is writing an answer.",
  },
  bot_silenced: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "A person has this conversation; the bot is silent.",
  },
  conversation_closed: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "This conversation has ended. Start a new one.",
  },
  signal_not_found: {
    status: 422,
    causedBy: "client",
    retry: false,
    sentence: "The named message does not hold that signal.",
  },
  invalid_transition: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "The handoff cannot do that from where it stands.",
  },
  stale_version: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "Somebody else changed this handoff first.",
  },
  not_assignee: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "A colleague has this handoff.",
  },
  more_pressing_waits: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "A more pressing one waits.",
  },
  reason_required: {
    status: 422,
    causedBy: "client",
    retry: false,
    sentence: "Say why: a handoff is not cancelled without a reason.",
  },
  contact_exists: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "There is a contact with this e-mail address. Say whether it is the same person.",
  },
  reply_window_over: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "This channel lets no answer through so long after the visitor wrote.",
  },
  already_waiting: {
    status: 409,
    causedBy: "state",
    retry: false,
    sentence: "What this visitor asked before is with people already.",
  },
  rate_limited: {
    status: 429,
    causedBy: "client",
    retry: true,
    sentence: "Too much in too short a time. Wait a moment.",
  },
  overloaded: {
    status: 503,
    causedBy: "server",
    retry: true,
    sentence: "The server is busy. Nothing was lost; try again.",
  },
  storage_failed: {
    status: 503,
    causedBy: "server",
    retry: true,
    sentence: "The server could not save this. Nothing was lost; try again.",
  },
} as const satisfies Record<string, RefusalRule>;

export type RefusalCode = keyof typeof REFUSALS;

const REFUSAL_CODES = Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]];

/** A refusal as a visitor gets it. `detail` names a field or a limit. */
export const Refusal = z.object({
  code: z.enum(REFUSAL_CODES),
  sentence: z.string(),
  detail: z.optional(z.string()),
});
/** As an agent gets it: `handoff`, `composer` and `contacts` are what the sender should have known. */
export type Refusal = z.infer<typeof Refusal> & {
  handoff?: Handoff | undefined;
  composer?: ComposerLease | undefined;
  contacts?: ContactCard[] | undefined;
};

interface RefusalMore {
  readonly detail?: string;
  readonly handoff?: Handoff;
  readonly composer?: ComposerLease;
  readonly contacts?: ContactCard[];
}

export function refusal(code: RefusalCode, more: RefusalMore = {}): Refusal {
  return { code, sentence: REFUSALS[code].sentence, ...more };
}

/** The outcome of anything that a visitor, an agent or a network can make fail. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(
  code: RefusalCode,
  more: RefusalMore = {},
): {
  readonly ok: false;
  readonly refusal: Refusal;
} {
  return { ok: false, refusal: refusal(code, more) };
}
