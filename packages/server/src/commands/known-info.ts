/** What a queue's people need to know of a visitor, and what of it is known already: only the rest is asked for (F10, F11). */
import {
  type Handoff,
  type Language,
  type RequestHandoff,
  type RequiredField,
  statedFields,
} from "@sophie/engine";
import { publicSettings } from "../settings/public-settings.ts";
import { validFieldValue } from "./field-value.ts";
import type { VisitorActor, World } from "./world.ts";

/** How far back a visitor's own words count. */
const TALK_MAX = 200;

export type Info = Readonly<Record<string, string>>;

/** What the queue needs to which this trigger leads at this moment. */
export function requiredFields(
  { siteOf, now }: World,
  visitor: VisitorActor,
  trigger: RequestHandoff["trigger"],
): readonly RequiredField[] {
  const site = siteOf(visitor.site);
  if (site === undefined) return [];
  return publicSettings(site.settings, site.config.language, now()).collect[trigger] ?? [];
}

/** `handoff`: the conversation's newest. */
export async function stillToAsk(
  world: World,
  visitor: VisitorActor,
  trigger: RequestHandoff["trigger"],
  handoff: Handoff | null,
): Promise<readonly RequiredField[]> {
  const fields = requiredFields(world, visitor, trigger);
  const known = await knownInfo(world, visitor, fields, handoff);
  return fields.filter(({ key }) => known[key] === undefined);
}

/** What is known: from the conversation's own handoff, a contact that was made, or what the visitor wrote word for word. */
export async function knownInfo(
  world: World,
  visitor: VisitorActor,
  fields: readonly RequiredField[],
  handoff: Handoff | null,
): Promise<Info> {
  if (fields.length === 0) return {};
  const key = { site: visitor.site, visitor: visitor.id };
  const [talk, contact] = await Promise.all([
    world.storage.talkOf(key, TALK_MAX),
    world.storage.contactOf(key),
  ]);
  const said = talk.flatMap(({ entry }) =>
    entry.kind === "message" && entry.author.kind === "visitor" ? [entry.text] : [],
  );
  const { email, phone, name } = statedFields(said, contact);
  const stated = { email, phone, name, date: null, order_number: null, text: null };
  const values = fields.map(
    (field) => [field, handoff?.info[field.key] ?? stated[field.kind] ?? ""] as const,
  );
  return validInfo(world, visitor, values);
}

/** Of what a browser sent, what is asked for and is what was asked for. */
export function givenInfo(
  world: World,
  visitor: VisitorActor,
  fields: readonly RequiredField[],
  info: Info,
): Info {
  return validInfo(
    world,
    visitor,
    fields.map((field) => [field, info[field.key] ?? ""] as const),
  );
}

function validInfo(
  { siteOf }: World,
  { site, language }: VisitorActor,
  values: readonly (readonly [RequiredField, string])[],
): Info {
  const languages: Language[] = [siteOf(site)?.config.language ?? language, language];
  const valid: Record<string, string> = {};
  for (const [field, text] of values) {
    const value = validFieldValue(field, text, languages);
    if (value !== null) valid[field.key] = value;
  }
  return valid;
}
