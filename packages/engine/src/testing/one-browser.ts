/** A site, its server in memory and one visitor's browser, for tests of a whole session: `page()` is a page load in it. */
import { createKnowledge } from "../conversation/knowledge.ts";
import type { SessionPorts } from "../session/session-ports.ts";
import type { PublicHandoffSettings, SiteConfig } from "../domain/site.ts";
import { createSession } from "../session/create-session.ts";
import type { Session } from "../session/session.ts";
import { wordsOf } from "../words/words-of.ts";
import { aSite } from "./builders.ts";
import { keywordDetector } from "./keyword-detector.ts";
import { MemoryServer, type MemoryServerOptions } from "./memory-server.ts";
import { MemorySession } from "./memory-session.ts";
import { settle } from "./settle.ts";
import { SocketPair } from "./socket-pair.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** What the detector of these tests hears. */
export const KEYWORDS = {
  bezichtigen: "demo_request",
  onderhandelbaar: "price_question",
  "iemand spreken": "human_request",
} as const;

export interface Browser {
  readonly clock: VirtualClock;
  readonly pair: SocketPair;
  readonly server: MemoryServer;
  readonly saved: MemorySession;
  page(more?: Partial<SessionPorts>): Session;
  /** Moves time on in small steps, letting everything happen that follows. */
  pass(ms: number): Promise<void>;
  rest(): Promise<void>;
}

type ServerSetting = Pick<MemoryServerOptions, "required" | "callsNobody">;

/** `settings` of the site; what is required is asked for any trigger. */
export function oneBrowser(settings: Partial<SiteConfig> & ServerSetting = {}): Browser {
  const { required = [], callsNobody = false, ...ofSite } = settings;
  const clock = new VirtualClock();
  const pair = new SocketPair();
  const detector = keywordDetector(KEYWORDS);
  const site = aSite({ ...(required.length > 0 ? { handoff: collecting(required) } : {}), ...ofSite });
  const { afterClose, triggers } = site;
  const server = new MemoryServer(pair, { clock, detector, afterClose, triggers, required, callsNobody });
  const saved = new MemorySession();
  let ids = 0;
  let chances = 0;
  const rest = () => settle(pair);

  return {
    clock,
    pair,
    server,
    saved,
    rest,
    page(more = {}) {
      return createSession(
        { site, language: "nl", words: wordsOf("nl") },
        {
          openSocket: pair.openSocket,
          clock,
          random: () => {
            chances += 1;
            return (chances * 0.37) % 1;
          },
          newId: () => {
            ids += 1;
            return `id-${ids}`;
          },
          saved,
          detector: () => Promise.resolve(detector),
          answer: createKnowledge(site.knowledge),
          ...more,
        },
      );
    },
    async pass(ms) {
      for (let left = ms; left > 0; left -= 250) {
        clock.advance(Math.min(250, left));
        await rest();
      }
    },
  };
}

/** A site's public handoff settings: the defaults, with what a test cares about put in their place. */
export function aHandoffPolicy(more: Partial<PublicHandoffSettings> = {}): PublicHandoffSettings {
  return {
    paused: false,
    address: "formal",
    ignored: [],
    unknownLimit: 2,
    asksFeedback: true,
    collect: {},
    channels: [],
    ...more,
  };
}

function collecting(required: NonNullable<MemoryServerOptions["required"]>): PublicHandoffSettings {
  const fields = [...required];
  return aHandoffPolicy({
    collect: {
      demo_request: fields,
      price_question: fields,
      human_request: fields,
      custom: fields,
      unknown: fields,
      feedback: fields,
    },
  });
}
