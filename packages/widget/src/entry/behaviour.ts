/** What a visitor does on the site, recorded: loaded only when a page says that the visitor agreed, or stopped agreeing (tier T2). */
import { PageWatch } from "../behaviour/page-watch.ts";
import { BehaviourLine } from "../behaviour/behaviour-line.ts";
import { BehaviourStore } from "../behaviour/behaviour-store.ts";
import { Recorder } from "../behaviour/recorder.ts";
import { pageStorage } from "../host/storage-keys.ts";
import type { BehaviourCall, BehaviourContext } from "./behaviour-module.ts";

export function startBehaviour({ origin, site, calls }: BehaviourContext): void {
  const store = new BehaviourStore(site, pageStorage());
  const line = new BehaviourLine({ origin, site, store });
  const recorder = new Recorder(store, line);
  const watch = new PageWatch(recorder);

  function take(call: BehaviourCall): void {
    if (call[0] === "destroy") {
      watch.stop();
      line.close();
    } else if (call[0] === "track") {
      const [, name, details] = call;
      if (name === "page") watch.begin(details);
      else recorder.track(name, details);
    } else if (call[1]) {
      recorder.allow();
      watch.start();
    } else {
      watch.stop();
      recorder.forget();
    }
  }

  const heard = calls.splice(0);
  // Whatever was told before a "no" was never agreed to. What was told before the first "yes" was kept for it.
  const no = heard.findLastIndex((call) => call[0] === "consent" && !call[1]);
  const rest = heard.slice(Math.max(0, no));
  const consents = rest.filter(([verb]) => verb === "consent");
  for (const call of [...consents, ...rest.filter(([verb]) => verb !== "consent")]) take(call);
  calls.push = (...more) => {
    for (const call of more) take(call);
    return 0;
  };
  store.onForgotten(() => watch.stop());
}
