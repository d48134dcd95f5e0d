/** Opens the whole desk on a canned server: the real page, model, connection and sockets, on a clock that stands still. */
import { SendId, volatileStore } from "@sophie/engine";
import { MONDAY_NINE, VirtualClock } from "@sophie/engine/testing";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { askTeam } from "../model/account.ts";
import { followAddress } from "../model/address.ts";
import { agentSocketUrl, browserSocket } from "../model/browser-line.ts";
import { createChime } from "../model/chime.ts";
import { createDesk } from "../model/desk.ts";
import { engineLine } from "../model/engine-line.ts";
import { createIdentity } from "../model/identity.ts";
import { notificationCalls } from "../model/notifications/notification-calls.ts";
import { pageSight } from "../model/sight.ts";
import { forgetDrafts, keptDrafts } from "../model/kept-drafts.ts";
import { App } from "../pages/App.tsx";
import { chooseLanguage } from "../words/chosen-words.ts";
import { CannedDevice } from "./canned-device.ts";
import { CannedServer } from "./canned-server.ts";
import { type Edge, openEdge } from "./edge.ts";
import { HeardSound } from "./heard-sound.ts";

export interface OpenedDesk {
  readonly canned: CannedServer;
  readonly edge: Edge;
  readonly clock: VirtualClock;
  readonly sound: HeardSound;
  readonly device: CannedDevice;
  /** Epoch ms at which everything begins. */
  readonly now: number;
  /** Draws the page, as if its address had just been entered. */
  open(fragment?: string): void;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
  /** Waits until everything that was pressed before this has reached the server. */
  catchUp(): Promise<void>;
  /** Takes everything down, in the order in which it was put up. */
  close(): void;
}

export function prepareDesk(): OpenedDesk {
  const clock = new VirtualClock(MONDAY_NINE);
  const canned = new CannedServer(clock);
  const edge = openEdge(canned, () => clock.now());
  const sound = new HeardSound();
  const device = new CannedDevice();
  let stopFollowing: (() => void) | null = null;
  chooseLanguage("nl");

  return {
    canned,
    edge,
    clock,
    sound,
    device,
    now: MONDAY_NINE,
    open(fragment = "") {
      location.hash = fragment;
      const who = createIdentity();
      const openLine = engineLine({
        openSocket: browserSocket(agentSocketUrl()),
        clock,
        random: () => 0.5,
        store: volatileStore(),
      });
      void who.begin();
      stopFollowing = followAddress();
      const chime = createChime(window, () => sound.open());
      render(
        <App
          who={who}
          openDesk={() =>
            createDesk({
              openLine,
              clock,
              newId,
              askTeam,
              chime,
              device,
              sight: pageSight(document),
              notificationCalls,
              drafts: keptDrafts(localStorage, () => clock.now()),
            })
          }
        />,
      );
    },
    pass: (ms) => act(() => clock.advance(ms)),
    async catchUp() {
      // Effects and frames keep their order, so a question asked now is heard after all that came before it.
      fireEvent.click(screen.getByRole("radio", { name: "Afgerond" }));
      await waitFor(() => {
        if (!canned.heard.some(({ type }) => type === "list-handoffs")) throw new Error("not caught up yet");
      });
    },
    close() {
      cleanup();
      stopFollowing?.();
      forgetDrafts(localStorage);
      location.hash = "";
    },
  };
}

function newId(): SendId {
  return SendId.parse(crypto.randomUUID());
}
