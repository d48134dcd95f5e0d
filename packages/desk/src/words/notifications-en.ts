/** "My notifications", in English. */
import type { NotificationsWords } from "./notifications-words.ts";

const OFTEN = "Tried a moment ago. Wait a little and try again.";

export const NOTIFICATIONS_EN: NotificationsWords = {
  open: "My notifications",
  openQuiet: "My notifications (quiet now)",
  title: "My notifications",
  lead: "How you hear that something urgent waits. For you alone, on all of your devices.",
  sound: "Sound",
  soundHint: "Two notes when an urgent handoff comes in while this page is open.",
  push: "Push",
  pushHint:
    "A notification on your devices while you have no desk before you. One per handoff, gone once somebody claims it.",
  device: {
    unsupported: "This browser cannot show push notifications.",
    insecure: "Push notifications need https. Ask the administrator for a secure address.",
    needs_install:
      "On an iPhone or iPad, push works once Sophie is on the home screen: tap Share, then Add to Home Screen, and open Sophie from there.",
    denied:
      "This browser blocks notifications of this page. Allow them in the browser's site settings (the icon beside the address) and load the page again.",
    off: "Push is off on this device.",
    on: "Push is on on this device.",
  },
  turnOn: "Turn on on this device",
  turnOff: "Turn off on this device",
  mail: "E-mail",
  mailHint: (to) =>
    `To ${to}, when something urgent is left waiting and nobody of its queue has the desk before them.`,
  noMail: "This server cannot send e-mail. The administrator can set it up with SOPHIE_SMTP_URL.",
  quiet: "Quiet hours",
  quietHint: "No sound, push or e-mail then. The list and the banner still show everything.",
  days: "Begins on",
  from: "From",
  to: "Until",
  nextDay: "the next day",
  zone: "Time zone",
  zoneHint: "Such as Europe/Amsterdam",
  zoneUnknown: "There is no such time zone.",
  quietNow: "It is quiet now.",
  trouble: {
    unreachable: "Not saved: the server could not be reached. Try again.",
    dismissed: "The browser asked for permission and got no answer. Try again and choose Allow.",
    denied: "You refused notifications. Only the browser's own settings can allow them now.",
    failed: "The browser could not sign up with its push service. Try again later, or in another browser.",
  },
  test: "Send a test",
  testHint: "Tries everything that is on, in quiet hours as well.",
  trial: {
    nothing: "Everything is off, so there is nothing to try.",
    sound: {
      played: "Sound: played. Heard nothing? Check the volume, and whether the tab is muted.",
      silent:
        "Sound: the browser does not let this page make a sound yet. Click anywhere on the page and try again.",
    },
    push: {
      trying: "Push: being sent…",
      arrived:
        "Push: arrived on this device. Seen nothing? Check whether your system allows notifications of the browser.",
      sent: "Push: taken by the push service, not arrived yet. Without a connection, or with a sleeping browser, that may take a while.",
      gone: "Push: the push service knows this device no more. Turn push off and on again.",
      refused: "Push: the push service refused the message. Try again later.",
      unreachable: "Push: the server could not reach the push service.",
      none: "Push: is not on on this device.",
      often: `Push: ${OFTEN}`,
      failed: "Push: the server could not do the test.",
    },
    mail: {
      trying: "E-mail: being sent…",
      sent: "E-mail: taken by the mail server. Look in the spam folder as well.",
      gone: "E-mail: no address is known.",
      refused: "E-mail: the mail server refused the message.",
      unreachable: "E-mail: the mail server could not be reached.",
      none: "E-mail: this server cannot send e-mail.",
      often: `E-mail: ${OFTEN}`,
      failed: "E-mail: the server could not do the test.",
    },
  },
};
