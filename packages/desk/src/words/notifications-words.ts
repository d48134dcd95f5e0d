/** What "My notifications" says (H83, H93). */

export interface NotificationsWords {
  readonly open: string;
  readonly openQuiet: string;
  readonly title: string;
  readonly lead: string;
  readonly sound: string;
  readonly soundHint: string;
  readonly push: string;
  readonly pushHint: string;
  /** What this browser allows, and what one can do about it. */
  readonly device: Readonly<
    Record<"unsupported" | "insecure" | "needs_install" | "denied" | "off" | "on", string>
  >;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly mail: string;
  mailHint(to: string): string;
  readonly noMail: string;
  readonly quiet: string;
  readonly quietHint: string;
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly nextDay: string;
  readonly zone: string;
  readonly zoneHint: string;
  readonly zoneUnknown: string;
  readonly quietNow: string;
  readonly trouble: Readonly<Record<"unreachable" | "dismissed" | "denied" | "failed", string>>;
  readonly test: string;
  readonly testHint: string;
  readonly trial: {
    readonly nothing: string;
    readonly sound: Readonly<Record<"played" | "silent", string>>;
    readonly push: Readonly<
      Record<
        "trying" | "arrived" | "sent" | "gone" | "refused" | "unreachable" | "none" | "often" | "failed",
        string
      >
    >;
    readonly mail: Readonly<
      Record<"trying" | "sent" | "gone" | "refused" | "unreachable" | "none" | "often" | "failed", string>
    >;
  };
}
