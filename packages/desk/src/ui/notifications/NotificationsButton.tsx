/** Opens "My notifications", and shows by its bell whether anything urgent would be heard now (H83). */
import { isQuietAt } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { Icon } from "../Icon.tsx";
import { bellIcon, bellOffIcon } from "../icons.ts";
import { NotificationsDialog } from "./NotificationsDialog.tsx";

export function NotificationsButton(): JSX.Element {
  const desk = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  const text = words.value.notifications;
  const { sound, quiet } = desk.notifications.settings.value;
  const isSilent = !sound || isQuietAt(quiet, desk.now.value);
  const name = isSilent ? text.openQuiet : text.open;
  return (
    <>
      <button
        type="button"
        class="button button-bare button-icon bell"
        aria-haspopup="dialog"
        aria-label={name}
        title={name}
        onClick={() => {
          void desk.notifications.load();
          setIsOpen(true);
        }}
      >
        <Icon node={isSilent ? bellOffIcon : bellIcon} />
      </button>
      {isOpen && <NotificationsDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
