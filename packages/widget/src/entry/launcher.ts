/** What is on the page before anybody wants to talk: one request for the site's configuration, and the button. */
import type { SiteConfig } from "@sophie/engine";
import { pageLanguage } from "../host/page-language.ts";
import { createShadowHost } from "../host/shadow-host.ts";
import { behaviourKey, identityKey, pageStorage } from "../host/storage-keys.ts";
import type { BehaviourCall, BehaviourModule, TrackDetails, TrackName } from "./behaviour-module.ts";
import type { Panel, PanelContext, PanelModule } from "./panel-module.ts";

export interface Widget {
  open(): void;
  close(): void;
  /**
   * Says that the visitor agrees to be followed on the site, or does not (any more). To be said on every page: without
   * it, nothing that the visitor does is stored or sent. Withdrawn, what was recorded is deleted.
   */
  consent(given: boolean): void;
  /** Tells what the visitor did. Kept in memory until there is consent; forgotten with the page if there is none. */
  track(name: TrackName, details?: TrackDetails): void;
  /** Takes the widget out of the page. The conversation stays saved. */
  destroy(): void;
}

/** What is fetched when it is wanted, and not before. */
export interface Parts {
  /** The chat, when it is opened. */
  readonly panel: PanelModule;
  /** The record of behaviour, when the visitor agrees to it. */
  readonly behaviour: BehaviourModule;
}

export type LoadPart = <Name extends keyof Parts>(name: Name) => Promise<Parts[Name]>;

export interface LauncherOptions {
  /** Of the Sophie server, without a slash at the end. */
  readonly origin: string;
  /** The site's id there. */
  readonly site: string;
  readonly load: LoadPart;
}

/** A server that is away now may be back then. */
const RETRY_MS = 30_000;

export function mountLauncher({ origin, site: siteId, load }: LauncherOptions): Widget {
  const calls: BehaviourCall[] = [];
  let behaviour: Promise<unknown> | undefined;
  let isDestroyed = false;
  let context: PanelContext | undefined;
  let panel: Promise<Panel | undefined> | undefined;
  let isWanted = false;

  void draw();

  /** Silent when there is nothing to draw: a page must not suffer from its chat. The browser logs the failed request. */
  async function draw(): Promise<void> {
    const response = await fetch(`${origin}/api/sites/${siteId}`).catch(() => null);
    if (isDestroyed) return;
    if (response === null || response.status > 499) {
      setTimeout(draw, RETRY_MS);
      return;
    }
    if (!response.ok) return;
    const site: SiteConfig | null = await response.json().catch(() => null);
    if (document.body === null)
      await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
    if (isDestroyed || site === null) return;
    const language = pageLanguage(site.language);
    const host = createShadowHost(site, language);
    context = { origin, site, language, host };
    const { launcher } = host;
    launcher.addEventListener("click", () =>
      launcher.getAttribute("aria-expanded") === "true" ? close() : open(),
    );
    if (isWanted) open();
    else if (pageStorage()?.getItem(identityKey(siteId))) (window.requestIdleCallback ?? setTimeout)(started);
  }

  async function started(): Promise<Panel | undefined> {
    const given = context;
    if (given === undefined) return undefined;
    const { launcher } = given.host;
    launcher.setAttribute("aria-busy", "true");
    panel ??= load("panel")
      .then(({ startPanel }) => (isDestroyed ? undefined : startPanel(given)))
      // It did not load: the next press tries again.
      .catch(() => (panel = undefined));
    const loaded = await panel;
    launcher.removeAttribute("aria-busy");
    return loaded;
  }

  function open(): void {
    isWanted = true;
    void started().then((loaded) => isWanted && loaded?.open());
  }

  function close(): void {
    isWanted = false;
    void panel?.then((loaded) => loaded?.close());
  }

  function consent(given: boolean): void {
    calls.push(["consent", given]);
    // A "no" of a visitor of whom nothing is kept needs nothing done.
    if (given || pageStorage()?.getItem(behaviourKey(siteId)))
      behaviour ??= load("behaviour")
        .then(({ startBehaviour }) => startBehaviour({ origin, site: siteId, calls }))
        // It did not load: saying it again tries again.
        .catch(() => (behaviour = undefined));
  }

  function track(...told: Parameters<Widget["track"]>): void {
    calls.push(["track", ...told]);
  }

  function destroy(): void {
    isDestroyed = true;
    calls.push(["destroy"]);
    void panel?.then((loaded) => loaded?.destroy());
    context?.host.element.remove();
  }

  return { open, close, consent, track, destroy };
}
