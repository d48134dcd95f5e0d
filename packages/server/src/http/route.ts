/** One route of the server's HTTP side: where it is, who may use it, and what it answers. */
import type { HttpBindings } from "@hono/node-server";
import type { Permission, SiteId } from "@sophie/engine";
import type { Context, MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { Credentials } from "../auth/accounts.ts";
import type { Auth } from "../auth/auth.ts";
import type { SignedIn } from "../auth/sessions.ts";
import type { Ticket, TicketOutcome } from "../commands/create-ticket.ts";
import type { Metrics } from "../metrics.ts";
import type { Mailer } from "../notify/mailer.ts";
import type { Pusher } from "../notify/pusher.ts";
import type { ServerOptions } from "../options.ts";
import type { Site, Storage } from "../storage/storage.ts";

/** What the HTTP side needs of the rest of the server. */
export interface AppDeps {
  readonly storage: Pick<
    Storage,
    | "check"
    | "membersOf"
    | "settings"
    | "saveSettings"
    | "settingsHistory"
    | "settingsAt"
    | "saveNote"
    | "promisesOf"
    | "knowledge"
    | "saveKnowledge"
    | "knowledgeHistory"
    | "cannedReplies"
    | "saveCannedReply"
    | "deleteCannedReply"
    | "unknownQuestions"
    | "handoff"
    | "openHandoffs"
    | "contactById"
    | "contactPage"
    | "oldestWithEmails"
    | "addContacts"
    | "saveContact"
    | "linksOf"
    | "webhook"
    | "saveWebhook"
    | "deliveriesOf"
    | "replayDelivery"
    | "notesOf"
    | "apiKeys"
    | "apiKeyByHash"
    | "saveApiKey"
    | "revokeApiKey"
    | "figures"
    | "handleTimes"
    | "scoreFigures"
    | "urgencyFigures"
    | "containment"
    | "judgedConfidences"
    | "confidencesSince"
    | "judgedHandoffs"
    | "visitorTexts"
    | "notificationSettings"
    | "saveNotificationSettings"
    | "devicesOf"
    | "saveDevice"
    | "forgetDevice"
  >;
  readonly auth: Auth;
  readonly options: Pick<ServerOptions, "metricsToken" | "trustProxy">;
  /** How long a language model may take for an answer; absent where none is configured. */
  readonly modelTimeoutMs?: number;
  /** Whether webhooks may go to one's own network; absent for no. */
  readonly allowPrivateWebhooks?: boolean;
  /** Wakes up agents' devices. */
  readonly pusher: Pusher;
  /** Null where no mail can be sent. */
  readonly mailer: Mailer | null;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, "registry">;
  readonly clock: { now(): number };
  /** From memory. */
  siteOf(id: SiteId): Site | undefined;
  /** Takes in at once what was saved of sites. */
  refreshSites(): Promise<void>;
  /** Lets everything that is open go by what was saved; to be called once that holds. */
  settingsChanged(): Promise<void>;
  /** Makes a handoff of what a program hands in, and tells everybody concerned. */
  handInTicket(site: Site, ticket: Ticket, key: string): Promise<TicketOutcome>;
  /** The origin that people use; known once the server listens. */
  publicUrl(): string;
  /** Whether the server is on its way down, so that a balancer sends nobody here any more. */
  isStopping(): boolean;
  /** Demo only: takes a one-time secret, once, for somebody's credentials. */
  readonly enter?: (secret: string) => Credentials | null;
  /** Folders of built browser files; found by themselves where they are not named. */
  readonly files?: BrowserFiles;
}

export interface BrowserFiles {
  /** Holds `sophie.js` and `widget/`. */
  readonly widget: string;
  readonly desk: string;
}

/**
 * `anyone`: no sign-in. `api-key`: a program, which the route itself knows by its key. `signed-in`: whoever works here, in any
 * role. A permission: whoever has it on some site.
 */
export type Access = "anyone" | "api-key" | "signed-in" | Permission;

export interface Env {
  Bindings: HttpBindings;
  Variables: {
    /** Set on every route but those for `anyone`. */
    signedIn: SignedIn;
    /** Set on every route that takes a body: JSON, not yet checked. */
    body: unknown;
  };
}

export interface Route {
  readonly method: "GET" | "POST" | "PUT";
  /** As hono writes patterns. Also its name in logs and figures, so nothing of a request is in either. */
  readonly path: string;
  readonly access: Access;
  /** How large a body may be; small where nothing is said. */
  readonly bodyBytesMax?: number;
  /** Runs before `handle`: CORS, ETags, compression. */
  readonly before?: readonly MiddlewareHandler<Env>[];
  handle(context: Context<Env>): Response | Promise<Response>;
}
