/** The server, composed: storage, accounts, the hub, its sockets and pages, and the order in which they start and stop. */
import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type AgentId, type AgentName, CLOSE, LIMITS, may, type Role, type SiteId } from "@sophie/engine";
import { detector } from "@sophie/engine/detector";
import type { Logger } from "pino";
import { languageModel } from "./answers/language-model.ts";
import { ModelAnswers } from "./answers/model-answers.ts";
import { type Auth, openAuth } from "./auth/auth.ts";
import type { Credentials } from "./auth/accounts.ts";
import type { SignedIn } from "./auth/sessions.ts";
import { VisitorTokens } from "./auth/visitor-token.ts";
import { createTicket } from "./commands/create-ticket.ts";
import { keepClocks } from "./commands/keep-clocks.ts";
import { keepOverflow } from "./commands/keep-overflow.ts";
import { recountSettled } from "./commands/recount-handoffs.ts";
import type { AgentActor, World } from "./commands/world.ts";
import { Openings } from "./commands/openings.ts";
import { WaitingPlaces } from "./commands/waiting-places.ts";
import { Turns } from "./commands/turns.ts";
import { createApp } from "./http/app.ts";
import { clientAddress } from "./http/client-address.ts";
import { Hub } from "./hub/hub.ts";
import { createMetrics } from "./metrics.ts";
import { createMailer } from "./notify/mailer.ts";
import { createPusher } from "./notify/pusher.ts";
import { runAlarms } from "./notify/run-alarms.ts";
import type { ServerOptions } from "./options.ts";
import { SiteDirectory } from "./site-directory.ts";
import { Answering } from "./sockets/answering.ts";
import type { Rate } from "./sockets/budget.ts";
import { Newcomers } from "./sockets/newcomers.ts";
import type { SocketWorld } from "./sockets/socket-world.ts";
import { SocketDoor } from "./sockets/upgrade.ts";
import { type OpenStorage, openStorage } from "./storage/open-storage.ts";
import type { Storage } from "./storage/storage.ts";
import { runRounds } from "./timers/run-rounds.ts";
import { runTimers } from "./timers/run-timers.ts";
import { tellPositions } from "./timers/tell-positions.ts";
import { runDeliveries } from "./webhooks/run-deliveries.ts";

export { readOptions, type ServerOptions } from "./options.ts";

/** What a host that embeds the server may give it beside the options. */
export interface ServerParts {
  readonly log: Logger;
  /** Demo only: takes a one-time secret for somebody's credentials. */
  readonly enter?: (secret: string) => Credentials | null;
  /** How fast one visitor's or agent's socket may speak. */
  readonly visitorRate?: Rate;
  readonly agentRate?: Rate;
  /** How many visitors without a token one address may bring. */
  readonly newcomerRate?: Rate;
  /** How often sockets are looked through for those whose other end has gone. */
  readonly heartbeatMs?: number;
}

export interface RunningServer {
  /** The address that people use. */
  readonly url: string;
  readonly port: number;
  readonly storage: Storage;
  readonly auth: Auth;
  /** For commands that come from nobody's socket. */
  readonly world: World;
  /** Takes in sites that were saved since the last look, at once. */
  refreshSites(): Promise<void>;
  /** Answers what has come, closes every socket, and lets go of storage. Nothing that was acknowledged is lost. */
  close(): Promise<void>;
}

const VISITOR_RATE: Rate = { burst: 120, perSecond: 20 };
const AGENT_RATE: Rate = { burst: 600, perSecond: 100 };
/** Generous, since a whole office may share an address. */
const NEWCOMER_RATE: Rate = { burst: 30, perSecond: 1 };

export async function startServer(options: ServerOptions, parts: ServerParts): Promise<RunningServer> {
  const store = await openStorage({ url: options.databaseUrl, file: options.databaseFile, now });
  try {
    return await composeServer(options, parts, store);
  } catch (error) {
    // Threads and connections of the storage would keep a process alive that serves nobody.
    await store.storage.close();
    throw error;
  }
}

/** What requests that are under way are given, once the sockets are closed, when the server stops. */
const LAST_REQUESTS_MS = 2_000;

const now = () => Date.now();

async function composeServer(
  options: ServerOptions,
  parts: ServerParts,
  { storage, authDatabase }: OpenStorage,
): Promise<RunningServer> {
  const { log } = parts;
  const onFault = (what: string, error: unknown) =>
    log.error({ what, reason: reasonOf(error) }, "something failed");
  await ensureFirstSite(storage, options);
  const sites = await SiteDirectory.open(storage, onFault);
  const metrics = createMetrics();

  // The port is known only once it listens, and addresses, cookies and links depend on it.
  let handle: RequestListener = (_request, response) => response.writeHead(503, { "Retry-After": "1" }).end();
  const http = createServer((request, response) => handle(request, response));
  const port = await listen(http, options.port, options.host);
  const url = options.publicUrl ?? `http://${hostInUrl(options.host)}:${port}`;

  const auth = await openAuth({ storage, database: authDatabase, publicUrl: url, log, now });
  const hub = new Hub({ storage, process: randomUUID(), now, onFault });
  const siteOf: World["siteOf"] = (id) => sites.get(id);
  const presentAt: World["presentAt"] = (site) => hub.agentsAt([site]);
  sites.onSettled = ({ config }) => hub.lines.settled(config.id);
  const { smtpUrl, mailFrom } = options;
  const mail = smtpUrl === null || mailFrom === null ? null : { url: smtpUrl, from: mailFrom };
  const world: World = {
    storage: keepOverflow(keepClocks(storage, siteOf), { siteOf, presentAt }),
    detector,
    siteOf,
    workerName: (agent, site) => workerName(storage, auth, agent, site),
    workersAt: (site) => workersAt(storage, auth, site),
    presentAt,
    isLooking: (agent) => hub.isLooking(agent),
    mailAfterMs: mail === null ? null : options.mailAfterMinutes * 60_000,
    isVisitorHere: (conversation) => hub.isVisitorThere(conversation),
    openings: new Openings(),
    turns: new Turns(),
    now,
    newId: randomUUID,
  };
  const { aiUrl: modelUrl, aiModel, aiKey, aiTimeoutMs } = options;
  const assistant =
    modelUrl === null || aiModel === null
      ? null
      : {
          model: languageModel({ url: modelUrl, key: aiKey, model: aiModel }),
          timeoutMs: aiTimeoutMs,
          onFault,
        };
  const answers = assistant === null ? null : new ModelAnswers(assistant);
  const summaries = options.aiSummaries ? assistant : null;
  const places = new WaitingPlaces(world);
  const shared: SocketWorld = {
    world,
    hub,
    metrics,
    visitorRate: parts.visitorRate ?? VISITOR_RATE,
    agentRate: parts.agentRate ?? AGENT_RATE,
    answering: answers === null ? null : new Answering({ world, hub, answers, summaries, onFault }),
    newcomers: new Newcomers(parts.newcomerRate ?? NEWCOMER_RATE),
    places,
    now,
    onFault,
  };
  const signingKey = await storage.secret("visitor-signing-key", randomBytes(32).toString("base64url"));
  const door = new SocketDoor({
    shared,
    tokens: new VisitorTokens(signingKey),
    identify: async (headers) => actorOf(await auth.sessions.identify(headers)),
    deskOrigin: () => url,
    maxConnections: options.maxConnections,
    maxConnectionsPerAddress: options.maxConnectionsPerAddress,
    addressOf: (request) => clientAddress(request, options.trustProxy),
    heartbeatMs: parts.heartbeatMs ?? LIMITS.heartbeatMs,
  });
  // Before anything is found late that is not, by hours that were saved by a process that did not live to count.
  await recountSettled(world, (outcome) => hub.tell(outcome));
  const timers = runTimers({ world, hub, now, onFault });
  const rounds = runRounds({ world, hub, sites: () => sites.all(), onFault });
  const deliveries = runDeliveries({
    storage,
    now,
    chance: Math.random,
    allowPrivate: options.webhookAllowPrivate,
    onFault,
  });
  const mailer = mail === null ? null : createMailer(mail);
  const pusher = createPusher({
    secret: storage.secret,
    subject: () => contactOf(mailFrom, url),
    allowPrivate: options.webhookAllowPrivate,
  });
  const alarms = runAlarms({
    world,
    pusher,
    mailer,
    addressesOf: auth.accounts.addressesOf,
    linkTo: ({ id }) => `${url}/desk/#/handoffs/${encodeURIComponent(id)}`,
    onFault,
  });
  const positions = tellPositions({ world, hub, places, sites: () => sites.all(), onFault });

  let isStopping = false;
  const app = createApp({
    storage,
    auth,
    options,
    log,
    metrics,
    clock: { now },
    siteOf: (id: SiteId) => sites.get(id),
    refreshSites: () => sites.refresh(),
    settingsChanged: () => recountSettled(world, (outcome) => hub.tell(outcome)),
    async handInTicket(site, ticket, key) {
      const outcome = await createTicket(world, site, ticket, key);
      if (outcome.ok && outcome.change !== null) hub.tell(outcome.change);
      return outcome;
    },
    publicUrl: () => url,
    allowPrivateWebhooks: options.webhookAllowPrivate,
    pusher,
    mailer,
    isStopping: () => isStopping,
    ...(answers === null ? {} : { modelTimeoutMs: answers.timeoutMs }),
    ...(parts.enter === undefined ? {} : { enter: parts.enter }),
  });
  handle = getRequestListener(app.fetch);
  http.on("upgrade", door.upgrade);
  log.info({ url, storage: options.databaseUrl === null ? "sqlite" : "postgresql" }, "listening");

  return {
    url,
    port,
    storage,
    auth,
    world,
    refreshSites: () => sites.refresh(),
    async close() {
      if (isStopping) return;
      isStopping = true;
      await Promise.all([timers.stop(), rounds.stop(), positions.stop(), deliveries.stop(), alarms.stop()]);
      // Who comes back meanwhile is told to come later, which a closed port would not say.
      await door.close(options.shutdownMs, CLOSE.goingAway);
      const stopped = new Promise((resolve) => http.close(resolve));
      http.closeIdleConnections();
      // A request that never ends, or a peer that keeps its end open, does not keep the house.
      const cut = setTimeout(
        () => {
          http.closeAllConnections();
          door.cutEntering();
        },
        Math.min(LAST_REQUESTS_MS, options.shutdownMs / 4),
      );
      await stopped;
      clearTimeout(cut);
      hub.close();
      sites.close();
      await storage.close();
      log.info("stopped");
    },
  };
}

/**
 * A server without a site could serve nobody, so the options name the first one. Later only its origins follow the
 * options: whoever takes one out there means it.
 */
async function ensureFirstSite(storage: Storage, options: ServerOptions): Promise<void> {
  const { allowedOrigins } = options;
  const known = (await storage.sites()).find(({ config }) => config.id === options.siteId);
  if (known !== undefined) {
    const isSame = known.origins.toSorted().join() === allowedOrigins.toSorted().join();
    if (!isSame && allowedOrigins.length > 0) await storage.saveSite({ ...known, origins: allowedOrigins });
    return;
  }
  await storage.saveSite({
    config: {
      id: options.siteId,
      name: options.siteName,
      language: options.siteLanguage,
      accent: "#5b5bd6",
      roleNouns: [],
      productNouns: [],
      triggers: [],
      afterClose: "reopen",
      knowledge: [],
    },
    origins: allowedOrigins,
  });
}

async function workerName(
  storage: Storage,
  auth: Auth,
  agent: AgentId,
  site: SiteId,
): Promise<string | null> {
  const memberships = await storage.memberships(agent);
  const works = memberships.some(
    (membership) => membership.site === site && may(membership.role, "handoffs.work"),
  );
  if (!works) return null;
  return (await auth.accounts.namesOf([agent])).get(agent) ?? null;
}

async function workersAt(storage: Storage, auth: Auth, site: SiteId): Promise<readonly AgentName[]> {
  const members = (await storage.membersOf([site])).filter(({ role }) => may(role, "handoffs.work"));
  const names = await auth.accounts.namesOf(members.map(({ agent }) => agent));
  return members.flatMap(({ agent }) => {
    const name = names.get(agent);
    return name === undefined ? [] : [{ id: agent, name }];
  });
}

function actorOf(signedIn: SignedIn | null): AgentActor | null {
  if (signedIn === null) return null;
  const roles = new Map<SiteId, Role>(signedIn.memberships.map(({ site, role }) => [site, role]));
  return { id: signedIn.agent, name: signedIn.name, roles };
}

/** Whom a push service may ask about this server. On this machine alone there is nobody to be asked. */
function contactOf(mailFrom: string | null, url: string): string {
  if (mailFrom !== null) return `mailto:${mailFrom.replace(/^.*<|>$/g, "")}`;
  return url.startsWith("https:") ? url : "mailto:nobody@localhost";
}

function listen(http: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(sentenceFor(error, port, host));
    http.once("error", fail);
    http.listen(port, host, () => {
      http.off("error", fail);
      resolve((http.address() as AddressInfo).port);
    });
  });
}

function sentenceFor(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE") {
    return new Error(
      `Port ${port} of ${host} is taken. Choose another with SOPHIE_PORT, or 0 for any free one.`,
    );
  }
  if (error.code === "EACCES") {
    return new Error(`This user may not listen on port ${port}. Choose one above 1023 with SOPHIE_PORT.`);
  }
  return error;
}

function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** The kind of a failure, never its message: that may quote what a visitor wrote. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error ? ` ${String(error.code)}` : "";
  return `${error.name}${code}`;
}
