/** What is on the page before anybody wants to talk: one request for the site's configuration, and the button. */
import type { SiteConfig } from "@sophie/engine";
import { pageLanguage } from "../host/page-language.ts";
import { createShadowHost } from "../host/shadow-host.ts";
import { identityKey, pageStorage } from "../host/storage-keys.ts";
import type { Panel, PanelContext, PanelModule } from "./panel-module.ts";

export interface Widget {
  open(): void;
  close(): void;
  /** Takes the widget out of the page. The conversation stays saved. */
  destroy(): void;
}

export interface LauncherOptions {
  /** Of the Sophie server, without a slash at the end. */
  readonly origin: string;
  /** The site's id there. */
  readonly site: string;
  readonly loadPanel: () => Promise<PanelModule>;
}

/** A server that is away now may be back then. */
const RETRY_MS = 30_000;

export function mountLauncher({ origin, site: siteId, loadPanel }: LauncherOptions): Widget {
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
      setTimeout(() => void draw(), RETRY_MS);
      return;
    }
    if (!response.ok) return;
    const site: SiteConfig | null = await response.json().catch(() => null);
    await hasBody();
    if (isDestroyed || site === null) return;
    const language = pageLanguage(site.language);
    const host = createShadowHost(site, language);
    context = { origin, site, language, host };
    const { launcher } = host;
    launcher.addEventListener("click", () =>
      launcher.getAttribute("aria-expanded") === "true" ? close() : open(),
    );
    if (isWanted) open();
    else if (pageStorage()?.getItem(identityKey(siteId)))
      (window.requestIdleCallback ?? setTimeout)(() => void started());
  }

  function started(): Promise<Panel | undefined> {
    const given = context;
    if (given === undefined) return Promise.resolve(undefined);
    const { launcher } = given.host;
    launcher.setAttribute("aria-busy", "true");
    panel ??= loadPanel()
      .then(({ startPanel }) => (isDestroyed ? undefined : startPanel(given)))
      // It did not load: the next press tries again.
      .catch(() => (panel = undefined));
    return panel.finally(() => launcher.removeAttribute("aria-busy"));
  }

  function open(): void {
    isWanted = true;
    void started().then((loaded) => isWanted && loaded?.open());
  }

  function close(): void {
    isWanted = false;
    void panel?.then((loaded) => loaded?.close());
  }

  function destroy(): void {
    isDestroyed = true;
    void panel?.then((loaded) => loaded?.destroy());
    context?.host.element.remove();
  }

  return { open, close, destroy };
}

async function hasBody(): Promise<void> {
  if (document.body === null) {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
}
