/** Every "no" on an HTTP route: a status, a word for programs, a sentence for people. */
import type { ContentfulStatusCode } from "hono/utils/http-status";

interface TroubleRule {
  readonly status: ContentfulStatusCode;
  readonly sentence: string;
}

const TROUBLES = {
  not_found: { status: 404, sentence: "There is nothing at this address." },
  not_signed_in: { status: 401, sentence: "Sign in first." },
  wrong_credentials: { status: 401, sentence: "E-mail address and password do not belong together." },
  bad_key: {
    status: 401,
    sentence: "Send a key of the site that holds, as: Authorization: Bearer sophie_…",
  },
  key_used: { status: 409, sentence: "This Idempotency-Key was used for another ticket." },
  forbidden: { status: 403, sentence: "Your role does not allow this." },
  foreign_page: { status: 403, sentence: "Calls that change something come from the desk's own page only." },
  json_expected: { status: 415, sentence: "Send JSON, with content-type application/json." },
  unparsable: { status: 400, sentence: "The body is not JSON." },
  too_large: { status: 413, sentence: "The body is larger than this server takes." },
  invalid: { status: 422, sentence: "A field is missing or wrong." },
  email_taken: { status: 422, sentence: "This e-mail address has an account with another password." },
  link_gone: { status: 410, sentence: "This link has expired or was used before. Ask for a new one." },
  stale_version: { status: 409, sentence: "Somebody else saved in the meantime. Look at what is there now." },
  rate_limited: { status: 429, sentence: "Too many attempts. Wait a moment." },
  failed: {
    status: 500,
    sentence: "The server could not do this. Nothing was changed by halves; try again.",
  },
} as const satisfies Record<string, TroubleRule>;

export type TroubleName = keyof typeof TROUBLES;

interface Detail {
  /** In place of the usual sentence. */
  readonly sentence?: string;
  /** Which field of the body is wrong. */
  readonly field?: string;
  readonly retryAfterS?: number;
  /** Beside error and sentence, for the page to go on with. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export function trouble(error: TroubleName, { sentence, field, retryAfterS, more }: Detail = {}): Response {
  const rule = TROUBLES[error];
  const body = {
    error,
    sentence: sentence ?? rule.sentence,
    ...(field === undefined ? {} : { field }),
    ...more,
  };
  return Response.json(body, {
    status: rule.status,
    headers: {
      "cache-control": "no-store",
      ...(retryAfterS === undefined ? {} : { "retry-after": String(retryAfterS) }),
    },
  });
}
