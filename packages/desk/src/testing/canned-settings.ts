/** A site's handoff settings behind canned HTTP, for tests: versions that are checked and kept as the real server does. */
import { DEFAULT_HANDOFF_SETTINGS, HandoffSettings, may, type Role, type RoutingRule } from "@sophie/engine";
import type { DefaultMessages, Preview, Problem, SavedVersion } from "../model/settings/settings-http.ts";

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface CannedTemplate {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly about: Readonly<Record<string, string>>;
  readonly rules: readonly RoutingRule[];
}

const SAYINGS = {
  available: "Er komt zo een collega bij.",
  unavailable: "We zijn er weer op {time}.",
  unassigned: "Uw vraag staat genoteerd.",
  closing: "Dit gesprek sluiten we nu af.",
};
const IN_ALL = { nl: SAYINGS, en: SAYINGS, de: SAYINGS, fr: SAYINGS, pt: SAYINGS, es: SAYINGS };

export class CannedSettings {
  settings: HandoffSettings = DEFAULT_HANDOFF_SETTINGS;
  history: SavedVersion[] = [];
  warnings: Problem[] = [];
  /** What the next save is found wrong with. */
  problems: Problem[] = [];
  /** Every question that was tried out. */
  readonly asked: Readonly<Record<string, unknown>>[] = [];
  /** Every file that was sent. */
  readonly files: string[] = [];
  /** What every question is answered with. */
  preview: Preview | null = null;
  templates: CannedTemplate[] = [];
  overrides: HandoffSettings["calendars"][number]["overrides"] = [];
  readonly defaults: DefaultMessages = { formal: IN_ALL, informal: IN_ALL };
  /** Everything that was offered for saving. */
  readonly offered: HandoffSettings[] = [];
  readonly #versions = new Map<number, HandoffSettings>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** As somebody saves it, here or elsewhere. */
  saveAs(savedBy: string, changes: Partial<HandoffSettings>): void {
    const version = this.settings.version + 1;
    this.settings = HandoffSettings.parse({ ...this.settings, ...changes, version });
    this.#versions.set(version, this.settings);
    this.history = [{ version, savedAt: this.#now(), savedBy }, ...this.history];
  }

  document(role: Role): Answer {
    const { settings, history, warnings } = this;
    return { status: 200, body: { settings, history, warnings, mayEdit: may(role, "bot.edit") } };
  }

  version(version: number): Answer {
    const settings = this.#versions.get(version);
    return settings === undefined ? { status: 404, body: {} } : { status: 200, body: { settings } };
  }

  put(body: unknown, who: { readonly name: string; readonly role: Role }): Answer {
    if (!may(who.role, "bot.edit")) return { status: 403, body: { error: "forbidden" } };
    const offered = HandoffSettings.parse((body as { settings: unknown }).settings);
    this.offered.push(offered);
    const problems = this.problems.splice(0);
    if (problems.length > 0) return { status: 422, body: { error: "invalid", problems } };
    if (offered.version !== this.settings.version) return { ...this.document(who.role), status: 409 };
    this.saveAs(who.name, offered);
    return this.document(who.role);
  }
}
