/** How this agent is told of what is urgent: kept by the server, tried out from here, and on this device turned on or off. */
import { batch, signal, type ReadonlySignal } from "@preact/signals";
import {
  type Clock,
  DEFAULT_NOTIFICATION_SETTINGS,
  isQuietAt,
  type NotificationSettings,
} from "@sophie/engine";
import { deskLanguage } from "../../words/chosen-words.ts";
import type { Chime } from "../chime.ts";
import type { NotificationCalls, Tried } from "./notification-calls.ts";
import type { PushDevice, PushState, TurnedOn } from "./push-device.ts";

/** How long a test message may take to arrive before only its sending is told. */
const ARRIVAL_MS = 15_000;

export type OwnTrouble = "unreachable" | "dismissed" | "denied" | "failed";

/** What became of a test, as far as it is known. */
export interface Trial {
  readonly sound: "played" | "silent" | null;
  readonly push: Tried | "trying" | "arrived" | null;
  readonly mail: Tried | "trying" | null;
}

export interface OwnNotifications {
  readonly settings: ReadonlySignal<NotificationSettings>;
  readonly push: ReadonlySignal<PushState>;
  /** Where mail goes; null where none can be sent. */
  readonly mailTo: ReadonlySignal<string | null>;
  /** False until the server has told how it is settled. */
  readonly isKnown: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<OwnTrouble | null>;
  readonly trial: ReadonlySignal<Trial | null>;
  load(): Promise<void>;
  /** Holds at once; taken back if it could not be saved. */
  settle(change: Partial<NotificationSettings>): Promise<void>;
  turnOn(): Promise<void>;
  turnOff(): Promise<void>;
  /** Everything that is on, for real. */
  tryOut(): Promise<void>;
  /** Whether something urgent may be heard now. */
  mayRing(at: number): boolean;
}

export interface OwnNotificationsPorts {
  readonly calls: NotificationCalls;
  readonly device: PushDevice;
  readonly chime: Chime;
  readonly clock: Clock;
  readonly newId: () => string;
}

export function createOwnNotifications(ports: OwnNotificationsPorts): OwnNotifications {
  const { calls, device, chime, clock } = ports;
  const settings = signal<NotificationSettings>(DEFAULT_NOTIFICATION_SETTINGS);
  const push = signal<PushState>("unsupported");
  const mailTo = signal<string | null>(null);
  const isKnown = signal(false);
  const trouble = signal<OwnTrouble | null>(null);
  const trial = signal<Trial | null>(null);
  let publicKey: string | null = null;

  async function load(): Promise<void> {
    const [own, state, registration] = await Promise.all([
      calls.own(),
      device.state(),
      device.registration(),
    ]);
    batch(() => {
      push.value = state;
      trouble.value = own === null ? "unreachable" : null;
      if (own === null) return;
      ({ publicKey } = own);
      settings.value = own.settings;
      mailTo.value = own.mailTo;
      isKnown.value = true;
    });
    // Mail is written in the language that is read here.
    if (own !== null && own.settings.language !== deskLanguage.peek()) await settle({});
    // The browser is whose desk it shows; and the server may have taken it for gone.
    if (registration !== null) await calls.register(registration, deskLanguage.peek());
  }

  async function settle(change: Partial<NotificationSettings>): Promise<void> {
    const before = settings.peek();
    const next = { ...before, ...change, language: deskLanguage.peek() };
    settings.value = next;
    const isSaved = await calls.save(next);
    trouble.value = isSaved ? null : "unreachable";
    if (!isSaved && settings.peek() === next) settings.value = before;
  }

  async function turnOn(): Promise<void> {
    if (publicKey === null) await load();
    const turned: TurnedOn | null = publicKey === null ? null : await device.turnOn(publicKey);
    const isTold = turned?.ok === true && (await calls.register(turned.registration, deskLanguage.peek()));
    const state = await device.state();
    batch(() => {
      push.value = state;
      trouble.value = isTold ? null : turned?.ok === false ? turned.why : "unreachable";
    });
    if (isTold && !settings.peek().push) await settle({ push: true });
  }

  async function turnOff(): Promise<void> {
    const gone = await device.turnOff();
    if (gone !== null) await calls.forget(gone);
    push.value = await device.state();
  }

  async function tryPush(): Promise<void> {
    const registration = await device.registration();
    if (registration === null) return note({ push: "gone" });
    const id = ports.newId();
    const stop = device.onNews((news) => {
      if (news.kind !== "arrived" || news.id !== id) return;
      stop();
      note({ push: "arrived" });
    });
    clock.after(ARRIVAL_MS, stop);
    const sent = await calls.tryPush(registration, id);
    if (trial.peek()?.push === "trying") note({ push: sent });
  }

  function note(found: Partial<Trial>): void {
    const before = trial.peek() ?? { sound: null, push: null, mail: null };
    trial.value = { ...before, ...found };
  }

  return {
    settings,
    push,
    mailTo,
    isKnown,
    trouble,
    trial,
    load,
    settle,
    turnOn,
    turnOff,
    async tryOut() {
      const { sound, push: wantsPush, mail } = settings.peek();
      const isOn = wantsPush && push.peek() === "on";
      const isWritten = mail && mailTo.peek() !== null;
      trial.value = { sound: null, push: isOn ? "trying" : null, mail: isWritten ? "trying" : null };
      await Promise.all([
        sound ? chime.ring().then((isHeard) => note({ sound: isHeard ? "played" : "silent" })) : null,
        isOn ? tryPush() : null,
        isWritten ? calls.tryMail().then((found) => note({ mail: found })) : null,
      ]);
    },
    mayRing: (at) => settings.peek().sound && !isQuietAt(settings.peek().quiet, at),
  };
}
