/** Says when the line to the server is gone, what is safe meanwhile, and what one can do. */
import { CLOSE } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { offlineIcon } from "./icons.ts";

export function LineNotice({ onSignIn }: { readonly onSignIn: () => void }): JSX.Element | null {
  const desk = useDesk();
  const line = desk.line.value;
  const text = words.value.line;
  if (line.state === "online" || (line.state === "connecting" && desk.me.value === null)) return null;

  if (line.state === "stopped") {
    const isSignedOut = line.code === CLOSE.signedOut.code;
    return (
      <div class="line-notice line-notice-stopped" role="alert">
        <Icon node={offlineIcon} />
        <p>
          {isSignedOut
            ? text.signedOut
            : line.code === CLOSE.protocolTooOld.code
              ? text.outdated
              : text.stopped}
        </p>
        <button
          type="button"
          class="button button-small"
          onClick={isSignedOut ? onSignIn : () => location.reload()}
        >
          {isSignedOut ? text.signIn : text.reload}
        </button>
      </div>
    );
  }

  const seconds =
    line.state === "offline" ? Math.max(0, Math.ceil((line.nextTryAt - desk.localNow.value) / 1_000)) : 0;
  return (
    <div class="line-notice">
      <Icon node={offlineIcon} />
      <output class="line-text">
        <span class="hidden">{text.offline(0)} </span>
        <span aria-hidden="true">{text.offline(seconds)} </span>
        <span class="line-safe">{text.safe}</span>
      </output>
      <button type="button" class="button button-small" onClick={() => desk.reconnect()}>
        {text.retry}
      </button>
    </div>
  );
}
