/** How this agent wants to be told of what is urgent; every change is kept at once, and a test says what came of it (H83, H93). */
import type { NotificationSettings } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";
import { Dialog } from "../Dialog.tsx";
import { DeviceLine } from "./DeviceLine.tsx";
import { QuietFields } from "./QuietFields.tsx";
import { Trial } from "./Trial.tsx";
import { Way } from "./Way.tsx";

export function NotificationsDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { notifications } = useDesk();
  const text = words.value.notifications;
  const settings = notifications.settings.value;
  const mailTo = notifications.mailTo.value;
  const trouble = notifications.trouble.value;
  const settle = (change: Partial<NotificationSettings>) => void notifications.settle(change);
  return (
    <Dialog title={text.title} lead={text.lead} onClose={onClose}>
      <div class="notify">
        <Way
          label={text.sound}
          hint={text.soundHint}
          isOn={settings.sound}
          onChange={(sound) => settle({ sound })}
        />
        <Way
          label={text.push}
          hint={text.pushHint}
          isOn={settings.push}
          onChange={(push) => settle({ push })}
        >
          {settings.push && <DeviceLine />}
        </Way>
        <Way
          label={text.mail}
          hint={mailTo === null ? text.noMail : text.mailHint(mailTo)}
          isOn={settings.mail}
          isDisabled={mailTo === null}
          onChange={(mail) => settle({ mail })}
        />
        <QuietFields />
        <div role="alert">{trouble !== null && <p class="form-error">{text.trouble[trouble]}</p>}</div>
        <Trial />
      </div>
    </Dialog>
  );
}
