/** One conversation without a face: what a visitor would type goes in, what a face would draw comes out. */
import { randomUUID } from "node:crypto";
import {
  createKnowledge,
  createSession,
  type KnowledgeEntry,
  type Session,
  type SessionSnapshot,
  SiteConfig,
  unsavedSession,
  wordsOf,
} from "@sophie/engine";
import { nodeClock, nodeSocket } from "./node-ports.ts";

export interface Place {
  /** The server's address, such as `https://chat.example.org`. */
  readonly server: string;
  readonly site: string;
  /** One of the origins that the server knows for this site. */
  readonly origin: string;
}

/** A session on a real server. Nothing is sent before the first `say`. */
export async function openSession(place: Place): Promise<Session> {
  const { server, origin } = place;
  const site = await siteAt(place);
  const { id, language } = site;
  return createSession(
    { site, language, words: wordsOf(language, site.handoff?.address) },
    {
      openSocket: nodeSocket(`${server.replace(/^http/, "ws")}/sockets/visitor/${id}`, origin),
      clock: nodeClock,
      random: Math.random,
      newId: randomUUID,
      saved: unsavedSession(),
      detector: async () => (await import("@sophie/engine/detector")).detector,
      answer: createKnowledge(await knowledgeAt(place)),
    },
  );
}

/** The site's public configuration; throws where a browser would not let the page have it either. */
async function siteAt({ server, site, origin }: Place): Promise<SiteConfig> {
  const response = await fetch(`${server}/api/sites/${site}`, { headers: { origin } });
  if (!response.ok) throw new Error(`${server} has no site "${site}" (${response.status}).`);
  if (response.headers.get("access-control-allow-origin") !== origin) {
    throw new Error(`${origin} may not carry the site "${site}": add it to SOPHIE_ALLOWED_ORIGINS.`);
  }
  return SiteConfig.parse(await response.json());
}

/** What the site knows, apart from its configuration: a page asks for it once its chat is opened. */
async function knowledgeAt({ server, site, origin }: Place): Promise<readonly KnowledgeEntry[]> {
  const response = await fetch(`${server}/api/sites/${site}/answers`, { headers: { origin } });
  return SiteConfig.shape.knowledge.parse(await response.json());
}

/** The first snapshot of which this is true; rejects after `patienceMs`. */
export function until(
  session: Session,
  isTrue: (snapshot: SessionSnapshot) => boolean,
  patienceMs = 10_000,
): Promise<SessionSnapshot> {
  return new Promise((resolve, reject) => {
    if (isTrue(session.snapshot)) return resolve(session.snapshot);
    const stop = session.subscribe((snapshot) => {
      if (!isTrue(snapshot)) return;
      cancel();
      stop();
      resolve(snapshot);
    });
    const cancel = nodeClock.after(patienceMs, () => {
      stop();
      reject(new Error(`It did not happen within ${patienceMs} ms.`));
    });
  });
}

/** Who said what, as a face would show it. */
export function saidIn({ timeline }: SessionSnapshot): readonly string[] {
  return timeline.flatMap((item) => (item.kind === "message" ? [`${item.author.kind}: ${item.text}`] : []));
}
