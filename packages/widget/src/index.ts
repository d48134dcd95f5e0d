/** Sophie for a page that is built with a bundler: the same widget as the script tag's, without the global. */
import type { TrackDetails, TrackName } from "./entry/behaviour-module.ts";
import { type LoadPart, mountLauncher, type Parts, type Widget } from "./entry/launcher.ts";

export type { TrackDetails, TrackName, Widget };

export interface SophieOptions {
  /** Where the Sophie server is, such as `https://chat.example.com`. */
  readonly origin: string;
  /** The site's id on that server. */
  readonly site: string;
}

let mounted: Widget | undefined;

/**
 * Puts Sophie on the page. Mounting twice does nothing the second time: the same widget comes back, until it is
 * destroyed.
 */
export function mountSophie({ origin, site }: SophieOptions): Widget {
  if (mounted !== undefined) return mounted;
  const widget = mountLauncher({
    origin: new URL(origin).origin,
    site,
    load: loadPart,
  });
  mounted = {
    ...widget,
    destroy() {
      widget.destroy();
      mounted = undefined;
    },
  };
  return mounted;
}

const loadPart: LoadPart = async (name) => {
  // Before any schema is made: zod would probe for `Function`, which a strict page reports as an attack.
  if (name === "panel") (await import("zod/mini")).config({ jitless: true });
  return PARTS[name]();
};

const PARTS: { readonly [Name in keyof Parts]: () => Promise<Parts[Name]> } = {
  panel: () => import("./entry/panel.ts"),
  behaviour: () => import("./entry/behaviour.ts"),
};
