/** The calls of the contacts page. What the server answers is parsed before it is believed; what fails is a value. */
import {
  Contact,
  type ContactFields,
  ContactLink,
  HandoffStatus,
  type LeadStage,
  type SiteId,
  TriggerType,
  VisitorId,
  WebhookDelivery,
  WebhookSettings,
} from "@sophie/engine";
import * as z from "zod/mini";
import { callServer, type ServerAnswer } from "./server-call.ts";

const ContactPage = z.object({ total: z.int(), contacts: z.array(Contact), mayExport: z.boolean() });
export type ContactPage = z.infer<typeof ContactPage>;

const WholeContact = z.object({
  contact: Contact,
  visitorIds: z.array(VisitorId),
  handoffs: z.array(
    z.extend(ContactLink, { trigger: z.nullable(TriggerType), status: z.nullable(HandoffStatus) }),
  ),
});
export type WholeContact = z.infer<typeof WholeContact>;

const ImportReport = z.object({
  fresh: z.int(),
  known: z.int(),
  filled: z.int(),
  wrong: z.int(),
  faults: z.array(z.object({ line: z.int(), fault: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;

const HeldWebhook = z.object({
  version: z.int(),
  settings: WebhookSettings,
  secret: z.optional(z.string()),
});
export type HeldWebhook = z.infer<typeof HeldWebhook>;

export const CONTACT_SORTS = ["name", "score", "created", "updated"] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

export interface ContactEdit {
  readonly version: number;
  readonly fields: ContactFields;
  readonly stage: LeadStage;
}

export type EditOutcome =
  | { readonly state: "saved"; readonly whole: WholeContact }
  | { readonly state: "stale"; readonly contact: Contact }
  | { readonly state: "failed" };

export type WebhookOutcome =
  | { readonly state: "saved" | "stale"; readonly held: HeldWebhook }
  | { readonly state: "invalid"; readonly field: string }
  | { readonly state: "failed" };

const pathOf = (site: SiteId, rest = "") => `/api/sites/${encodeURIComponent(site)}/${rest}`;

export async function fetchContacts(
  site: SiteId,
  text: string,
  sort: ContactSort,
  from: number,
): Promise<ContactPage | null> {
  const query = new URLSearchParams({ text, sort, from: String(from) });
  return parsed(ContactPage, await callServer("GET", pathOf(site, `contacts?${query.toString()}`)));
}

/** `gone` where there is no such contact; null when the server could not be asked. */
export async function fetchContact(site: SiteId, id: string): Promise<WholeContact | "gone" | null> {
  const answer = await callServer("GET", pathOf(site, `contacts/${encodeURIComponent(id)}`));
  return answer?.status === 404 ? "gone" : parsed(WholeContact, answer);
}

export async function saveContact(site: SiteId, id: string, edit: ContactEdit): Promise<EditOutcome> {
  const answer = await callServer("PUT", pathOf(site, `contacts/${encodeURIComponent(id)}`), edit);
  const whole = parsed(WholeContact, answer);
  if (whole !== null) return { state: "saved", whole };
  const stale = z.object({ contact: Contact }).safeParse(answer?.body);
  return answer?.status === 409 && stale.success
    ? { state: "stale", contact: stale.data.contact }
    : { state: "failed" };
}

export const exportHref = (site: SiteId): string => pathOf(site, "contacts/export?bom=1");

export async function importFile(
  site: SiteId,
  text: string,
  known: "skip" | "fill",
  isForGood: boolean,
): Promise<ImportReport | null> {
  return parsed(
    ImportReport,
    await callServer("POST", pathOf(site, "contacts/import"), { text, known, isForGood }),
  );
}

export async function fetchWebhook(site: SiteId): Promise<HeldWebhook | null> {
  return parsed(HeldWebhook, await callServer("GET", pathOf(site, "webhook")));
}

export async function saveWebhook(
  site: SiteId,
  { version, settings }: HeldWebhook,
  newSecret: boolean,
): Promise<WebhookOutcome> {
  const answer = await callServer("PUT", pathOf(site, "webhook"), { version, settings, newSecret });
  const held = HeldWebhook.safeParse(answer?.body);
  if (held.success && answer?.status === 200) return { state: "saved", held: held.data };
  if (held.success && answer?.status === 409) return { state: "stale", held: held.data };
  const invalid = z.object({ field: z.string() }).safeParse(answer?.body);
  return answer?.status === 422 && invalid.success
    ? { state: "invalid", field: invalid.data.field }
    : { state: "failed" };
}

export async function fetchDeliveries(site: SiteId): Promise<readonly WebhookDelivery[] | null> {
  const answer = await callServer("GET", pathOf(site, "webhook/deliveries"));
  return parsed(z.object({ deliveries: z.array(WebhookDelivery) }), answer)?.deliveries ?? null;
}

export async function replayDelivery(site: SiteId, id: string): Promise<boolean> {
  return (await callServer("POST", pathOf(site, "webhook/deliveries/replay"), { id }))?.status === 200;
}

function parsed<T>(schema: z.ZodMiniType<T>, answer: ServerAnswer | null): T | null {
  if (answer?.status !== 200) return null;
  const read = schema.safeParse(answer.body);
  return read.success ? read.data : null;
}
