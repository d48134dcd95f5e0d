/** Opens the whole desk on a canned server: the real page, model, connection and sockets, on a clock that stands still. */
import { SendId } from "@sophie/engine";
import { MONDAY_NINE, VirtualClock } from "@sophie/engine/testing";
import { act, cleanup, render } from "@testing-library/preact";
import { followAddress } from "../model/address.ts";
import { agentSocketUrl, browserSocket } from "../model/browser-line.ts";
import { createDesk } from "../model/desk.ts";
import { engineLine } from "../model/engine-line.ts";
import { createIdentity } from "../model/identity.ts";
import { App } from "../pages/App.tsx";
import { chooseLanguage } from "../words/chosen-words.ts";
import { CannedServer } from "./canned-server.ts";
import { type Edge, openEdge } from "./edge.ts";

export interface OpenedDesk {
  readonly canned: CannedServer;
  readonly edge: Edge;
  readonly clock: VirtualClock;
  /** Epoch ms at which everything begins. */
  readonly now: number;
  /** Draws the page, as if its address had just been entered. */
  open(fragment?: string): void;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
  /** Takes everything down, in the order in which it was put up. */
  close(): void;
}

export function prepareDesk(): OpenedDesk {
  const clock = new VirtualClock(MONDAY_NINE);
  const canned = new CannedServer(clock);
  const edge = openEdge(canned);
  let stopFollowing: (() => void) | null = null;
  chooseLanguage("nl");

  return {
    canned,
    edge,
    clock,
    now: MONDAY_NINE,
    open(fragment = "") {
      location.hash = fragment;
      const who = createIdentity();
      const openLine = engineLine({ openSocket: browserSocket(agentSocketUrl()), clock, random: () => 0.5 });
      void who.begin();
      stopFollowing = followAddress();
      render(<App who={who} openDesk={() => createDesk({ openLine, clock, newId })} />);
    },
    pass: (ms) => act(() => clock.advance(ms)),
    close() {
      cleanup();
      stopFollowing?.();
      location.hash = "";
      edge.close();
    },
  };
}

function newId(): SendId {
  return SendId.parse(crypto.randomUUID());
}
