/** The script tag: `<script src="https://host/sophie.js" data-site="demo" async></script>`. */
import { mountLauncher, type Widget } from "./launcher.ts";
import type { PanelModule } from "./panel-module.ts";

declare global {
  interface Window {
    /** The only thing that the widget adds to a page's globals. */
    Sophie?: Widget;
  }
}

const script = document.currentScript as HTMLScriptElement | null;
const site = script?.dataset["site"];

if (window.Sophie === undefined) {
  if (!script || !site) throw new Error('Sophie: the script tag needs data-site="…", the id of the site.');
  const { origin } = new URL(script.src);
  const widget = mountLauncher({
    origin,
    site,
    loadPanel: () => import(`${origin}/widget/panel.js`) as Promise<PanelModule>,
  });
  window.Sophie = {
    ...widget,
    destroy() {
      widget.destroy();
      delete window.Sophie;
    },
  };
}
