/** The script tag: `<script src="https://host/sophie.js" data-site="demo" async></script>`. */
import { mountLauncher, type Widget } from "./launcher.ts";

declare global {
  interface Window {
    /** The only thing that the widget adds to a page's globals. */
    Sophie?: Widget;
  }
}

/** Null in a module, which knows no script tag. */
const script = document.currentScript as HTMLScriptElement | null;

if (!window.Sophie) {
  const site = script?.dataset["site"];
  if (!site) throw new Error("Sophie: the script tag needs data-site.");
  const { origin } = new URL(script.src);
  const widget = mountLauncher({
    origin,
    site,
    load: (name) => import(`${origin}/widget/${name}.js`),
  });
  window.Sophie = {
    ...widget,
    destroy() {
      widget.destroy();
      delete window.Sophie;
    },
  };
}
