/** What a program hands in as a ticket, checked field by field: who asks what, and where the answer goes (F21). */
import { type FieldKind, Language, LIMITS, type SiteConfig } from "@sophie/engine";
import * as z from "zod/mini";
import { validFieldValue } from "../commands/field-value.ts";
import type { Ticket } from "../commands/create-ticket.ts";
import { type Problem, problem } from "../settings/problem.ts";
import { readForm } from "../settings/read-form.ts";

const text = (chars: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(chars));

const TicketForm = z.object({
  subject: z.optional(text(200)),
  message: text(LIMITS.textChars - 202),
  name: z.optional(text(120)),
  email: z.optional(text(254)),
  phone: z.optional(text(40)),
  /** Absent for the site's own. */
  language: z.optional(Language),
  /** What else is known, such as an order number, by the keys of the queue's required fields. */
  fields: z.optional(z.record(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/)), text(200))),
});

export type ReadTicket =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function readTicket(body: unknown, site: SiteConfig): ReadTicket {
  const form = readForm(TicketForm, body);
  if (!form.ok) return form;
  const { subject, message, name, language = site.language, fields = {} } = form.value;
  const reach = { email: form.value.email, phone: form.value.phone };
  const checked = (kind: FieldKind & keyof typeof reach) => {
    const given = reach[kind];
    const field = { key: kind, kind, label: {}, pattern: null };
    return given === undefined ? undefined : validFieldValue(field, given, [site.language, language]);
  };
  const email = checked("email");
  const phone = checked("phone");
  const problems = [
    ...(email === null ? [problem(["email"], "no_email", "This is no e-mail address.")] : []),
    ...(phone === null ? [problem(["phone"], "no_phone", "This is no telephone number that exists.")] : []),
    ...(email === undefined && phone === undefined
      ? [problem(["email"], "no_way_back", "Give an e-mail address or a telephone number to answer to.")]
      : []),
    ...Object.keys(fields)
      .filter((key) => key in reach || key === "name")
      .map((key) =>
        problem(["fields", key], "field_twice", `“${key}” has a place of its own, beside fields.`),
      ),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const info = { ...fields, ...(name && { name }), ...(email && { email }), ...(phone && { phone }) };
  const whole = subject === undefined ? message : `${subject}\n\n${message}`;
  return { ok: true, ticket: { text: whole, language, info } };
}
