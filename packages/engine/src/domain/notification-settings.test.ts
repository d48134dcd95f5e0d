/** Quiet hours are an agent's own: in their zone, on their days, over midnight and through the change of the clocks. */
import { describe, expect, it } from "vitest";
import { isQuietAt, NotificationSettings, type QuietHours } from "./notification-settings.ts";

const NIGHTS: QuietHours = {
  zone: "Europe/Amsterdam",
  days: [0, 1, 2, 3, 4],
  from: "22:00",
  to: "07:00",
};

const WHEN: readonly (readonly [at: string, quiet: boolean, because: string, hours?: Partial<QuietHours>])[] =
  [
    ["2026-01-05T20:59:59Z", false, "a second before it begins on Monday"],
    ["2026-01-05T21:00:00Z", true, "as it begins"],
    ["2026-01-06T05:59:59Z", true, "the morning after"],
    ["2026-01-06T06:00:00Z", false, "as it ends"],
    ["2026-01-10T05:00:00Z", true, "Saturday morning belongs to Friday night"],
    ["2026-01-10T21:30:00Z", false, "Saturday night was not chosen"],
    ["2026-01-05T05:00:00Z", false, "Monday morning belongs to Sunday night"],
    ["2026-07-06T20:00:00Z", true, "22:00 is an hour earlier in summer"],
    ["2026-03-29T04:59:00Z", true, "07:00 after the night that lost an hour", { days: [5] }],
    ["2026-03-29T05:00:00Z", false, "as that night ends", { days: [5] }],
    ["2026-01-05T21:30:00Z", false, "16:30 in New York", { zone: "America/New_York" }],
    ["2026-01-06T04:00:00Z", true, "23:00 in New York, still Monday", { zone: "America/New_York" }],
    ["2026-01-05T11:30:00Z", true, "within one day", { from: "12:00", to: "13:00" }],
    ["2026-01-05T12:00:00Z", false, "after it", { from: "12:00", to: "13:00" }],
    ["2026-01-05T22:59:00Z", true, "until midnight", { from: "22:00", to: "24:00" }],
    ["2026-01-05T23:00:00Z", false, "from midnight on", { from: "22:00", to: "24:00" }],
    ["2026-01-10T23:30:00Z", true, "a whole Sunday", { days: [6], from: "00:00", to: "24:00" }],
    ["2026-01-11T22:59:00Z", true, "to its end", { days: [6], from: "00:00", to: "24:00" }],
    ["2026-01-11T23:00:00Z", false, "and no further", { days: [6], from: "00:00", to: "24:00" }],
  ];

describe("H83 quiet hours", () => {
  for (const [at, quiet, because, hours = {}] of WHEN) {
    it(`H83 ${quiet ? "hold" : "do not hold"} at ${at}: ${because}`, () => {
      expect(isQuietAt({ ...NIGHTS, ...hours }, Date.parse(at))).toBe(quiet);
    });
  }

  it("are never where none were set", () => {
    expect(isQuietAt(null, 0)).toBe(false);
  });

  it("H83 a zone that is none is refused, and so is a quiet time on no day", () => {
    const settings = { sound: true, push: true, mail: true, quiet: NIGHTS, language: "nl" };
    const withQuiet = (more: object) => ({ ...settings, quiet: { ...NIGHTS, ...more } });
    expect(NotificationSettings.safeParse(settings).success).toBe(true);
    expect(NotificationSettings.safeParse(withQuiet({ zone: "Mars/Olympus" })).success).toBe(false);
    expect(NotificationSettings.safeParse(withQuiet({ days: [] })).success).toBe(false);
  });
});
