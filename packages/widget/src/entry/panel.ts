/** Everything behind the launcher: loaded when the chat is opened, or when a conversation waits from before. */
import { createSession } from "@sophie/engine";
import { effect } from "@preact/signals-core";
import { browserClock } from "../host/browser-clock.ts";
import { browserSavedSession } from "../host/saved-session.ts";
import { browserSocket, visitorSocketUrl } from "../host/browser-socket.ts";
import { oneFirstHello } from "../host/first-hello.ts";
import { newId } from "../host/new-id.ts";
import { identityKey, pageStorage } from "../host/storage-keys.ts";
import { createModel } from "../model/create-model.ts";
import { lazyAnswers, lazyTriggers, loadDetector } from "../model/ports.ts";
import panelCss from "../styles/panel.css?inline";
import { drawPanel } from "../ui/PanelView.tsx";
import { loadWords } from "../words/words-of.ts";
import type { Panel, PanelContext } from "./panel-module.ts";

/** The same line as in `conditions.css`. */
const COVERS_PAGE = "(width < 480px) or (height < 400px)";

export async function startPanel({ origin, site, language, host }: PanelContext): Promise<Panel> {
  const address = site.handoff?.address;
  const words = await loadWords(language, address);
  const saved = browserSavedSession(site.id, pageStorage());
  const triggers = lazyTriggers(site);
  const answers = lazyAnswers(site, origin);
  const session = createSession(
    {
      site,
      language,
      words: words.sophie,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      page: () => location.pathname,
    },
    {
      openSocket: oneFirstHello(
        browserSocket(visitorSocketUrl(origin, site.id)),
        () => !!saved.load()?.token,
        identityKey(site.id),
      ),
      clock: browserClock,
      random: Math.random,
      newId,
      saved,
      detector: loadDetector,
      ...(triggers === undefined ? {} : { triggers }),
      answer: answers.answer,
      wordsIn: async (other) => (await loadWords(other, address)).sophie,
    },
  );
  const model = createModel({
    site,
    words,
    wordsIn: (other) => loadWords(other, address),
    session,
    clock: browserClock,
    isLasting: () => saved.isLasting,
  });

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelCss);
  host.root.adoptedStyleSheets = [...host.root.adoptedStyleSheets, sheet];
  const ground = document.createElement("div");
  host.root.append(ground);
  const stopDrawing = drawPanel(model, ground, () => matchMedia(COVERS_PAGE).matches);

  const { launcher } = host;
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.setAttribute("aria-hidden", "true");
  launcher.append(badge);
  launcher.setAttribute("aria-controls", "panel");
  const close = document.createElementNS("http://www.w3.org/2000/svg", "path");
  close.setAttribute("d", "m6 9 6 6 6-6");
  launcher.firstElementChild?.append(close);
  let wasOpen = false;
  const stopLauncher = effect(() => {
    const isOpen = model.isOpen.value;
    const { unread } = model.snapshot.value;
    launcher.setAttribute("aria-expanded", `${isOpen}`);
    const waiting = unread > 0 ? `, ${model.words.unread(unread)}` : "";
    launcher.setAttribute("aria-label", isOpen ? model.words.closeChat : `${model.words.openChat}${waiting}`);
    badge.hidden = isOpen || unread === 0;
    badge.textContent = unread > 9 ? "9+" : `${unread}`;
    if (wasOpen && !isOpen) launcher.focus();
    wasOpen = isOpen;
  });

  const leaving = new AbortController();
  const { signal } = leaving;
  const look = () => {
    const isVisible = document.visibilityState === "visible";
    model.look(isVisible);
    if (isVisible) model.reconnect();
  };
  addEventListener("online", model.reconnect, { signal });
  document.addEventListener("visibilitychange", look, { signal });
  const stopOtherTab = saved.onOtherTab(() => session.open());
  session.open();

  return {
    open() {
      model.open();
      void loadDetector().catch(() => {});
      answers.load();
    },
    close: model.close,
    destroy() {
      leaving.abort();
      stopOtherTab();
      stopLauncher();
      model.destroy();
      stopDrawing();
    },
  };
}
