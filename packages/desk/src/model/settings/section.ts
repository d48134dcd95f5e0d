/** The parts in which the settings of handing over are shown, in their order, and which part each setting stands in. */
export const SETTINGS_SECTIONS = [
  "start",
  "pause",
  "queues",
  "hours",
  "rules",
  "try",
  "tickets",
  "messages",
  "channels",
  "manner",
  "history",
] as const;

export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** Parts that belong together, under one word each. */
export const SETTINGS_GROUPS = [
  { group: "when", sections: ["start", "pause"] },
  { group: "where", sections: ["queues", "hours", "rules", "try", "tickets"] },
  { group: "words", sections: ["messages", "channels", "manner"] },
  { group: "log", sections: ["history"] },
] as const satisfies readonly { readonly group: string; readonly sections: readonly SettingsSection[] }[];

export type SettingsGroup = (typeof SETTINGS_GROUPS)[number]["group"];

const SECTION_OF_KEY: Readonly<Record<string, SettingsSection>> = {
  signals: "start",
  triggers: "start",
  unknownLimit: "start",
  asksFeedback: "start",
  paused: "pause",
  queues: "queues",
  calendars: "hours",
  rules: "rules",
  otherwise: "rules",
  onUnassigned: "rules",
  messages: "messages",
  channels: "channels",
  noReply: "channels",
  address: "manner",
  survey: "manner",
};

/** Where the setting at a path such as `calendars.0.zone` is changed. */
export function sectionOfPath(path: string): SettingsSection {
  return SECTION_OF_KEY[path.split(".")[0] ?? ""] ?? "start";
}

export function sectionNamed(name: string | null): SettingsSection | null {
  return SETTINGS_SECTIONS.find((section) => section === name) ?? null;
}
