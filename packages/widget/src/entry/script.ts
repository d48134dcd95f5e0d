/** The script tag: `<script src="https://host/sophie.js" data-site="demo" async></script>`. */
import { mountLauncher, type Widget } from "./launcher.ts";
import type { PanelModule } from "./panel-module.ts";

declare global {
  interface Window {
    /** The only thing that the widget adds to a page's globals. */
    Sophie?: Widget;
  }
}

const script = document.currentScript;

if (window.Sophie === undefined) {
  const site = script instanceof HTMLScriptElement && script.dataset["site"];
  if (!site) throw new Error('Sophie: the script tag needs data-site="…", the id of the site.');
  const { origin } = new URL(script.src);
  const widget = mountLauncher({
    origin,
    site,
    loadPanel: (): Promise<PanelModule> => import(`${origin}/widget/panel.js`),
  });
  window.Sophie = {
    ...widget,
    destroy() {
      widget.destroy();
      delete window.Sophie;
    },
  };
}
