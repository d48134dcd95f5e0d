/** Starts the desk in the page: the only file that touches the browser's own time, chance and socket. */
import { SendId } from "@sophie/engine";
import { render } from "preact";
import * as z from "zod/mini";
import { askTeam } from "./model/account.ts";
import { followAddress } from "./model/address.ts";
import { agentSocketUrl, browserClock, browserSocket } from "./model/browser-line.ts";
import { createChime } from "./model/chime.ts";
import { createDesk } from "./model/desk.ts";
import { engineLine } from "./model/engine-line.ts";
import { createIdentity } from "./model/identity.ts";
import { keptDrafts } from "./model/kept-drafts.ts";
import { keptAnswers } from "./model/kept-answers.ts";
import { browserPush } from "./model/notifications/browser-push.ts";
import { notificationCalls } from "./model/notifications/notification-calls.ts";
import { pageSight } from "./model/sight.ts";
import { App } from "./pages/App.tsx";

// zod would try to compile its parsers with `Function`, which a strict content security policy reports.
z.config({ jitless: true });

const who = createIdentity();
const openLine = engineLine({
  openSocket: browserSocket(agentSocketUrl()),
  clock: browserClock,
  random: Math.random,
  store: keptAnswers(sessionStorage),
});

/** One for the page: who signs in again has touched it already. */
const chime = createChime(window, () => new AudioContext());

const drafts = keptDrafts(localStorage, Date.now);

const device = browserPush();

function openDesk(): ReturnType<typeof createDesk> {
  return createDesk({
    openLine,
    clock: browserClock,
    askTeam,
    drafts,
    chime,
    sight: pageSight(document),
    device,
    notificationCalls,
    newId: () => SendId.parse(crypto.randomUUID()),
  });
}

const root = document.getElementById("desk");
if (root === null) throw new Error("main: the page has no element with the id `desk` to draw in.");
// First who: a one-time secret is taken out of the address before anybody reads the address.
void who.begin();
followAddress();
render(<App who={who} openDesk={openDesk} />, root);
