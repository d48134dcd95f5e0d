/** Contacts over HTTP: the list in pages, one with everything that is linked to it, edits on a version, and files of them. */
import { randomUUID } from "node:crypto";
import { type Contact, ContactFields, type ContactId, LeadStage, may, type SiteId } from "@sophie/engine";
import * as z from "zod";
import { fileHead, fileRow } from "../contacts/contact-file.ts";
import { importContacts } from "../contacts/import-contacts.ts";
import type { ContactSearch } from "../storage/storage.ts";
import { ownSite } from "./own-site.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const PATH = "/api/sites/:site/contacts";
const PAGE = 50;
/** Rows that an export holds at a time. */
const EXPORT_PORTION = 500;
/** Ten thousand rows and room to spare; JSON writes some letters in six bytes. */
const IMPORT_BYTES_MAX = 16 * 1024 * 1024;
const IMPORT_CHARS_MAX = 8 * 1024 * 1024;

const Query = z.object({
  text: z.string().max(200).catch(""),
  sort: z.enum(["name", "score", "created", "updated"]).catch("name"),
  from: z.coerce.number().int().nonnegative().max(1_000_000).catch(0),
});
const Edit = z.object({ version: z.int().positive(), fields: ContactFields, stage: LeadStage });
const Import = z.object({
  text: z.string().max(IMPORT_CHARS_MAX),
  known: z.enum(["skip", "fill"]),
  isForGood: z.boolean(),
});

type Deps = Pick<AppDeps, "storage" | "siteOf" | "clock">;

export function contacts(deps: Deps): readonly Route[] {
  const { storage, clock } = deps;
  return [
    {
      method: "GET",
      path: PATH,
      access: "conversations.view",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "conversations.view")) return trouble("not_found");
        const { text, sort, from } = Query.parse(context.req.query());
        const page = await storage.contactPage({ ...searchOf(own.id, sort), text, from, limit: PAGE });
        return context.json({ ...page, mayExport: may(own.role, "handoffs.manage") });
      },
    },
    {
      method: "GET",
      path: `${PATH}/export`,
      access: "handoffs.manage",
      handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "handoffs.manage")) return trouble("not_found");
        const mark = context.req.query("bom") === "1" ? "\ufeff" : "";
        return new Response(fileOf(deps, own.id, mark), {
          headers: {
            "content-type": "text/csv; charset=utf-8",
            "content-disposition": 'attachment; filename="contacts.csv"',
            "cache-control": "no-store",
          },
        });
      },
    },
    {
      method: "POST",
      path: `${PATH}/import`,
      access: "handoffs.manage",
      bodyBytesMax: IMPORT_BYTES_MAX,
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "handoffs.manage")) return trouble("not_found");
        const order = Import.safeParse(context.get("body"));
        if (!order.success) return trouble("invalid", { field: "text" });
        const ports = { storage, newId: randomUUID, now: () => clock.now() };
        return context.json(await importContacts(ports, { site: own.id, ...order.data }));
      },
    },
    {
      method: "GET",
      path: `${PATH}/:id`,
      access: "conversations.view",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "conversations.view")) return trouble("not_found");
        const contact = await storage.contactById(own.id, context.req.param("id") as ContactId);
        return contact === null ? trouble("not_found") : context.json(await wholeOf(deps, contact));
      },
    },
    {
      method: "PUT",
      path: `${PATH}/:id`,
      access: "handoffs.work",
      bodyBytesMax: 128 * 1024,
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "handoffs.work")) return trouble("not_found");
        const contact = await storage.contactById(own.id, context.req.param("id") as ContactId);
        if (contact === null) return trouble("not_found");
        const edit = Edit.safeParse(context.get("body"));
        if (!edit.success)
          return trouble("invalid", { field: String(edit.error.issues[0]?.path.at(-1) ?? "") });
        const { version, fields, stage } = edit.data;
        const next = { ...contact, ...fields, stage, version: version + 1, updatedAt: clock.now() };
        const isSaved = version === contact.version && (await storage.saveContact(next));
        const now = await storage.contactById(own.id, contact.id);
        if (!isSaved) return trouble("stale_version", { more: { contact: now } });
        return context.json(await wholeOf(deps, next));
      },
    },
  ];
}

function searchOf(site: SiteId, sort: ContactSearch["sort"]): Omit<ContactSearch, "from" | "limit"> {
  return { site, text: "", sort, descending: sort !== "name" };
}

/** With the handoffs that made it or were joined, so that every conversation can be reached (H76). */
async function wholeOf({ storage }: Deps, contact: Contact) {
  const links = await storage.linksOf(contact.id);
  const handoffs = await Promise.all(
    links.map(async (link) => {
      const handoff = await storage.handoff(link.handoff);
      const { trigger = null, status = null, language = null } = handoff ?? {};
      return { ...link, trigger, status, language };
    }),
  );
  return { contact, visitorIds: [...new Set(links.map(({ visitor }) => visitor))], handoffs };
}

/** Portion by portion, as fast as it is taken: however many there are, few are in memory. */
function fileOf({ storage }: Deps, site: SiteId, mark: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let from = 0;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(mark + fileHead())),
    async pull(controller) {
      const search = { ...searchOf(site, "created"), descending: false, from, limit: EXPORT_PORTION };
      const page = await storage.contactPage(search);
      if (page.contacts.length === 0) return controller.close();
      from += page.contacts.length;
      controller.enqueue(encoder.encode(page.contacts.map(fileRow).join("")));
    },
  });
}
