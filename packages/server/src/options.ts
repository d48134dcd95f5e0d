/**
 * Every option of the server: its environment variable, its default, what it takes and what it is for.
 * `docs/options.md` shows the same table, and a test compares the two.
 */
import { LANGUAGES, SiteId } from "@sophie/engine";
import * as z from "zod";
import { origin, originList } from "./origin.ts";
import { nearest } from "./nearest.ts";

interface Option<S extends z.ZodType> {
  readonly variable: `SOPHIE_${string}`;
  /** As typed on the command line; only for what people type often. */
  readonly flag?: `--${string}`;
  /** From the text of the variable to the value. */
  readonly schema: S;
  /** The text that stands in for a missing variable; null where the option is then off. */
  readonly fallback: string | null;
  readonly takes: string;
  readonly example: string;
  readonly purpose: string;
}

function option<S extends z.ZodType>(definition: Option<S>): Option<S> {
  return definition;
}

function whole(least: number, most: number) {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));
}

const text = (most: number) => z.string().trim().min(1).max(most);

export const OPTIONS = {
  host: option({
    variable: "SOPHIE_HOST",
    flag: "--host",
    schema: text(255).regex(/^[0-9A-Za-z.:-]+$/),
    fallback: "127.0.0.1",
    takes: "a host name or an IP address of this machine",
    example: "0.0.0.0",
    purpose: "Where to listen. `sophie serve` listens on 0.0.0.0 unless told otherwise.",
  }),
  port: option({
    variable: "SOPHIE_PORT",
    flag: "--port",
    schema: whole(0, 65_535),
    fallback: "7420",
    takes: "a whole number from 0 to 65535; 0 takes any free port",
    example: "7420",
    purpose: "The port for everything: pages, sockets and figures.",
  }),
  databaseFile: option({
    variable: "SOPHIE_DATABASE_FILE",
    flag: "--database-file",
    schema: text(1_000),
    fallback: "data/sophie.db",
    takes: "the path of a file, made if there is none",
    example: "/var/lib/sophie/sophie.db",
    purpose: "The SQLite database. Not looked at where SOPHIE_DATABASE_URL is set.",
  }),
  databaseUrl: option({
    variable: "SOPHIE_DATABASE_URL",
    schema: z.string().regex(/^postgres(ql)?:\/\/\S+$/),
    fallback: null,
    takes: "an address that begins with postgres://",
    example: "postgres://sophie:secret@db.internal/sophie",
    purpose: "PostgreSQL in place of SQLite: for more than one process.",
  }),
  publicUrl: option({
    variable: "SOPHIE_PUBLIC_URL",
    flag: "--public-url",
    schema: origin,
    fallback: null,
    takes: "an address without a path",
    example: "https://chat.example.org",
    purpose:
      "The address that people use: for links, cookies and the check that a call comes from the desk itself.",
  }),
  allowedOrigins: option({
    variable: "SOPHIE_ALLOWED_ORIGINS",
    schema: originList,
    fallback: "",
    takes: "addresses without a path, with commas between them",
    example: "https://www.example.org,https://example.org",
    purpose: "Pages that may carry the widget of the first site. Followed at every start.",
  }),
  siteId: option({
    variable: "SOPHIE_SITE_ID",
    schema: z
      .string()
      .refine((id) => SiteId.safeParse(id).success)
      .transform((id) => id as SiteId),
    fallback: "main",
    takes: "letters, digits and . _ : -, at most 80",
    example: "main",
    purpose: "The first site, as `data-site` in its script tag names it.",
  }),
  siteName: option({
    variable: "SOPHIE_SITE_NAME",
    schema: text(120),
    fallback: "Sophie",
    takes: "a name of at most 120 characters",
    example: "Makelaardij Van Leeuwen",
    purpose:
      "What the first site is called, for visitors and agents. Read when the site is made, at the first start.",
  }),
  siteLanguage: option({
    variable: "SOPHIE_SITE_LANGUAGE",
    schema: z.enum(LANGUAGES),
    fallback: "en",
    takes: `one of ${LANGUAGES.join(", ")}`,
    example: "nl",
    purpose:
      "The first site's language, for pages that name none that Sophie speaks. Read when the site is made.",
  }),
  logLevel: option({
    variable: "SOPHIE_LOG_LEVEL",
    schema: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
    fallback: "info",
    takes: "one of trace, debug, info, warn, error, fatal, silent",
    example: "warn",
    purpose: "From which weight on lines are logged. No level logs what visitors write.",
  }),
  trustProxy: option({
    variable: "SOPHIE_TRUST_PROXY",
    schema: whole(0, 10),
    fallback: "0",
    takes: "how many proxies stand before the server, 0 to 10",
    example: "1",
    purpose: "How many of the last addresses in X-Forwarded-For were written by proxies of yours.",
  }),
  webhookAllowPrivate: option({
    variable: "SOPHIE_WEBHOOK_ALLOW_PRIVATE",
    schema: z.enum(["0", "1"]).transform((value) => value === "1"),
    fallback: "0",
    takes: "0 or 1",
    example: "1",
    purpose:
      "With 1, webhooks and push messages may go to one's own network, and without TLS. For a receiver beside the server.",
  }),
  maxConnections: option({
    variable: "SOPHIE_MAX_CONNECTIONS",
    schema: whole(1, 1_000_000),
    fallback: "20000",
    takes: "a whole number from 1 to 1000000",
    example: "5000",
    purpose: "Sockets at one time; the next one is refused with 503.",
  }),
  maxConnectionsPerAddress: option({
    variable: "SOPHIE_MAX_CONNECTIONS_PER_ADDRESS",
    schema: whole(1, 1_000_000),
    fallback: "200",
    takes: "a whole number from 1 to 1000000",
    example: "50",
    purpose: "Sockets at one time from one address; an office shares one.",
  }),
  smtpUrl: option({
    variable: "SOPHIE_SMTP_URL",
    schema: z
      .string()
      .max(1_000)
      .regex(/^smtps?:\/\/\S+$/)
      .refine((address) => URL.canParse(address)),
    fallback: null,
    takes: "an address that begins with smtps:// or smtp://",
    example: "smtps://sophie:secret@mail.example.org",
    purpose:
      "A mail server. Agents are then written to when something urgent waits and nobody of its queue is at a desk. With a name and a password in it, smtp:// insists on TLS.",
  }),
  mailFrom: option({
    variable: "SOPHIE_MAIL_FROM",
    schema: z
      .string()
      .max(300)
      .regex(/^(?:[^<>@\p{Cc}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u),
    fallback: null,
    takes: "an e-mail address, with or without a name before it",
    example: "Sophie <sophie@example.org>",
    purpose: "Whom that mail comes from. Needed with SOPHIE_SMTP_URL; push services are given it as well.",
  }),
  mailAfterMinutes: option({
    variable: "SOPHIE_MAIL_AFTER_MINUTES",
    schema: whole(1, 1_440),
    fallback: "5",
    takes: "minutes, 1 to 1440",
    example: "10",
    purpose: "How long something urgent waits before agents are written to.",
  }),
  metricsToken: option({
    variable: "SOPHIE_METRICS_TOKEN",
    schema: z.string().regex(/^[\x21-\x7e]{16,200}$/),
    fallback: null,
    takes: "16 to 200 characters without spaces",
    example: "a-long-random-text-of-yours",
    purpose: "Opens /metrics to whoever sends it as a Bearer token. Without it only this machine may look.",
  }),
  shutdownMs: option({
    variable: "SOPHIE_SHUTDOWN_MS",
    schema: whole(100, 600_000),
    fallback: "10000",
    takes: "milliseconds, 100 to 600000",
    example: "30000",
    purpose: "How long stopping may take before the process ends all the same.",
  }),
  aiUrl: option({
    variable: "SOPHIE_AI_URL",
    schema: z
      .string()
      .max(500)
      .regex(/^https?:\/\/[^\s@]+$/),
    fallback: null,
    takes: "an address that begins with https:// (or http:// in one's own network)",
    example: "https://models.example.org/v1",
    purpose:
      "A language model behind an endpoint that speaks the OpenAI format. Answers then come from it, too, out of the site's knowledge only; docs/privacy.md says what it is sent. Off unless set.",
  }),
  aiKey: option({
    variable: "SOPHIE_AI_KEY",
    schema: z.string().regex(/^[\x21-\x7e]{1,500}$/),
    fallback: null,
    takes: "a key without spaces",
    example: "the-key-of-your-account",
    purpose: "The key for that endpoint, if it wants one.",
  }),
  aiModel: option({
    variable: "SOPHIE_AI_MODEL",
    schema: text(200),
    fallback: null,
    takes: "the model's name as the endpoint knows it",
    example: "small-instruct",
    purpose: "Which model of that endpoint answers. Needed with SOPHIE_AI_URL.",
  }),
  aiTimeoutMs: option({
    variable: "SOPHIE_AI_TIMEOUT_MS",
    schema: whole(500, 60_000),
    fallback: "8000",
    takes: "milliseconds, 500 to 60000",
    example: "12000",
    purpose: "How long the model may take for one answer, before Sophie answers without it.",
  }),
  aiSummaries: option({
    variable: "SOPHIE_AI_SUMMARIES",
    schema: z.enum(["on", "off"]).transform((given) => given === "on"),
    fallback: "off",
    takes: "on or off",
    example: "on",
    purpose:
      "Whether the model also puts the summary of a handoff into words for agents. Sends it what the visitor wrote in the conversation.",
  }),
} as const;

type Options = typeof OPTIONS;
export type OptionName = keyof Options;

/** An option without a default is null while it is not set. */
export type ServerOptions = {
  readonly [N in OptionName]: N extends
    | "databaseUrl"
    | "publicUrl"
    | "metricsToken"
    | "smtpUrl"
    | "mailFrom"
    | "aiUrl"
    | "aiKey"
    | "aiModel"
    ? z.output<Options[N]["schema"]> | null
    : z.output<Options[N]["schema"]>;
};

export type ReadOptions =
  | { readonly ok: true; readonly options: ServerOptions; readonly warnings: readonly string[] }
  /** One sentence for each option that is wrong. */
  | { readonly ok: false; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as missing, because that is what `X= command` and compose files make of one. */
export function readOptions(
  environment: Environment,
  fallbacks: Partial<Readonly<Record<OptionName, string>>> = {},
): ReadOptions {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { variable, schema, fallback, takes, example }] of Object.entries<Option<z.ZodType>>(
    OPTIONS,
  )) {
    const given = environment[variable]?.trim();
    const written = given === undefined || given === "" ? (fallbacks[name as OptionName] ?? fallback) : given;
    if (written === null) {
      values[name] = null;
      continue;
    }
    const parsed = schema.safeParse(written);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push(
        `${variable} is ${quote(name, written)}, but takes ${takes}: for example ${variable}=${example}`,
      );
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, options: values as unknown as ServerOptions, warnings: warningsFor(environment) };
}

const SECRETS: ReadonlySet<string> = new Set(["databaseUrl", "metricsToken", "aiKey", "aiUrl", "smtpUrl"]);

/** Secrets stay out of terminals and logs, wrong ones too. */
function quote(name: string, written: string): string {
  return SECRETS.has(name) ? "not in a form that can be used" : `"${written}"`;
}

/** Set by the tests and the tools of this repository; no business of a server. */
const NOT_OPTIONS = /^SOPHIE_(?:TEST|BENCH|SOAK|BROWSER)(?:_|$)/;

function warningsFor(environment: Environment): readonly string[] {
  const known = Object.values(OPTIONS).map(({ variable }): string => variable);
  const unknown = Object.keys(environment)
    .filter((name) => name.startsWith("SOPHIE_") && !known.includes(name) && !NOT_OPTIONS.test(name))
    .map((name) => `${name} is no option of Sophie and does nothing. Is ${nearest(name, known)} meant?`);
  const { aiUrl, aiModel, smtpUrl, mailFrom } = OPTIONS;
  const halves = [
    [aiUrl, aiModel],
    [aiModel, aiUrl],
    [smtpUrl, mailFrom],
    [mailFrom, smtpUrl],
  ].flatMap(([set, missing]) =>
    set !== undefined && missing !== undefined && environment[set.variable] && !environment[missing.variable]
      ? [`${set.variable} does nothing without ${missing.variable}: set both, or neither.`]
      : [],
  );
  return [...unknown, ...halves];
}
