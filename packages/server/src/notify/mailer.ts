/** Hands mail to the server that `SOPHIE_SMTP_URL` names; what goes wrong is a value. */
import { isIP } from "node:net";
import type { Transporter } from "nodemailer";

const TIMEOUT_MS = 15_000;
/** An answer of 500 or more is for good (RFC 5321, 4.2.1). */
const PERMANENT = 500;

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for a repetition, so that mailboxes can tell. Without brackets and host. */
  readonly id: string;
}

export type MailOutcome =
  | { readonly ok: true }
  /** `status`: the mail server's, null when it did not answer. */
  | { readonly ok: false; readonly isPermanent: boolean; readonly status: number | null };

export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}

export interface MailerOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  readonly from: string;
}

export function createMailer({ url, from }: MailerOptions): Mailer {
  let transport: Promise<Transporter> | null = null;
  const domain = from.replace(/^.*@|>$/g, "");

  async function connect(): Promise<Transporter> {
    const { createTransport } = await import("nodemailer");
    return createTransport({ ...placeOf(url), ...LIMITS });
  }

  return {
    async send({ to, subject, text, html, id }) {
      transport ??= connect();
      const mail = await transport;
      try {
        await mail.sendMail({
          from,
          to: { name: "", address: to },
          subject: oneLine(subject),
          text,
          html,
          messageId: `<${id}@${domain}>`,
          priority: "high",
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return { ok: true };
      } catch (error) {
        const status = statusOf(error);
        return { ok: false, isPermanent: status !== null && status >= PERMANENT, status };
      }
    },
  };
}

const LIMITS = {
  connectionTimeout: TIMEOUT_MS,
  greetingTimeout: TIMEOUT_MS,
  socketTimeout: TIMEOUT_MS,
  // Text and HTML are what is given here, never a file or an address to fetch.
  disableFileAccess: true,
  disableUrlAccess: true,
} as const;

function placeOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const host = hostname.replace(/^\[(.*)\]$/u, "$1");
  const auth =
    username === "" ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const isHere = host === "localhost" || (isIP(host) !== 0 && /^(?:127\.|::1$)/.test(host));
  return {
    host,
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password crosses no network in the clear.
    requireTLS: auth !== null && !secure && !isHere,
    ...(auth === null ? {} : { auth }),
  };
}

/** A name with a line break in it begins no header of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

function statusOf(error: unknown): number | null {
  const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : Number.NaN;
  return Number.isInteger(code) ? code : null;
}
