/** A panel over a real session, with the server in memory and time that the test moves. */
import { createSession, type Language, type SiteConfig } from "@sophie/engine";
import {
  aSite,
  keywordDetector,
  MemoryServer,
  MemorySession,
  settle,
  SocketPair,
  VirtualClock,
} from "@sophie/engine/testing";
import { act } from "@testing-library/preact";
import { createModel, type Model } from "../model/create-model.ts";
import { drawPanel } from "../ui/PanelView.tsx";
import { loadWords } from "../words/words-of.ts";

export interface OpenedPanel {
  readonly model: Model;
  readonly server: MemoryServer;
  readonly pair: SocketPair;
  readonly saved: MemorySession;
  /** Lets everything on the way arrive, and the panel draw it. */
  readonly rest: () => Promise<void>;
  /** Moves time, then rests. */
  readonly pass: (ms: number) => Promise<void>;
  /** What the visitor writes and sends. */
  readonly say: (text: string) => Promise<void>;
}

interface Setting {
  readonly site?: Partial<SiteConfig>;
  readonly language?: Language;
  readonly isLasting?: boolean;
  readonly coversPage?: boolean;
}

/** Says "makelaar" to ask for a person. */
export async function openPanel(setting: Setting = {}): Promise<OpenedPanel> {
  const { language = "nl", isLasting = true, coversPage = false } = setting;
  const site = aSite(setting.site);
  const clock = new VirtualClock();
  const pair = new SocketPair();
  const detector = keywordDetector({ makelaar: "human_request" });
  const server = new MemoryServer(pair, { clock, detector });
  const saved = new MemorySession();
  let ids = 0;
  const words = await loadWords(language, site.handoff?.address);
  const session = createSession(
    { site, language, words: words.sophie },
    {
      openSocket: pair.openSocket,
      clock,
      random: () => 0.5,
      newId: () => `id-${++ids}`,
      saved,
      detector: () => Promise.resolve(detector),
      answer: () => Promise.resolve(null),
    },
  );
  const model = createModel({
    site,
    words,
    wordsIn: (other) => loadWords(other, site.handoff?.address),
    session,
    clock,
    isLasting: () => isLasting,
  });
  const ground = document.body.appendChild(document.createElement("div"));
  drawPanel(model, ground, () => coversPage);
  const rest = () => act(() => settle(pair));
  const pass = (ms: number) =>
    act(() => {
      clock.advance(ms);
      return settle(pair);
    });
  const say = (text: string) =>
    act(() => {
      model.draft.value = text;
      model.send();
      return settle(pair);
    });
  await act(() => model.open());
  return { model, server, pair, saved, rest, pass, say };
}
