/** The widget's own ground in the page: a shadow root that the page's styles cannot reach, with the launcher in it. */
import type { Language, SiteConfig } from "@sophie/engine";
import launcherCss from "../styles/launcher.css?inline";
import { readableOn, SURFACE } from "./accent.ts";
import { OPEN_CHAT } from "./page-language.ts";

const SVG = "http://www.w3.org/2000/svg";
const CHAT_ICON = "M21 11.5a8.4 8.4 0 0 1-12.2 7.5L3 21l2-5.8A8.4 8.4 0 1 1 21 11.5z";

export interface ShadowHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly launcher: HTMLButtonElement;
}

/** Beside the body, so that a page that swaps its body (an SPA, Turbo) leaves the widget alone. */
export function createShadowHost(site: SiteConfig, language: Language): ShadowHost {
  const element = document.createElement("sophie-chat");
  element.lang = language;
  const root = element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  const { light, dark } = SURFACE;
  const accent = `${readableOn("light", site.accent)},${readableOn("dark", site.accent)}`;
  sheet.replaceSync(
    `:host{--accent:light-dark(${accent});--surface:light-dark(${light},${dark})}${launcherCss}`,
  );
  root.adoptedStyleSheets = [sheet];

  // In no form, so it needs no type; and what is inside a button is hidden from assistive technology as it is.
  const launcher = document.createElement("button");
  launcher.className = "launcher";
  launcher.setAttribute("aria-label", OPEN_CHAT[language]);
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", CHAT_ICON);
  icon.append(path);
  launcher.append(icon);
  root.append(launcher);
  document.documentElement.append(element);
  return { element, root, launcher };
}
