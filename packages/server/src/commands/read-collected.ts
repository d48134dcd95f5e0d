/** What a request for a person brings of what its queue's people need to know, and what is still missing (F10, F12). */
import {
  type Handoff,
  type ProcedureEntry,
  readFieldValue,
  type RequestHandoff,
  type RequiredField,
  SendId,
} from "@sophie/engine";
import type { Change } from "../storage/storage.ts";
import { givenInfo, type Info, knownInfo, requiredFields } from "./known-info.ts";
import type { VisitorActor, World } from "./world.ts";

/** The number on which a visitor wants to be called back: no queue requires it, and it is never missed (T20). */
const CALLBACK: RequiredField = { key: "callback", kind: "phone", label: {}, pattern: null };

export interface Collected {
  readonly info: Info;
  readonly missing: string[];
  /** The end of the asking, for the log; empty where nothing was asked. */
  readonly entries: Change["entries"];
}

export async function readCollected(
  world: World,
  visitor: VisitorActor,
  request: RequestHandoff,
  handoff: Handoff | null,
): Promise<Collected> {
  const asking = await askingOf(world, request);
  const required = requiredFields(world, visitor, request.trigger);
  // What was asked holds, also if the site asks for something else since.
  const more = (asking?.fields ?? []).filter(({ key }) => !required.some((field) => field.key === key));
  const fields = [...required, ...more];
  const known = await knownInfo(world, visitor, fields, handoff);
  const given = request.info ?? {};
  const info = { ...known, ...callbackIn(given), ...givenInfo(world, visitor, [...fields, CALLBACK], given) };
  const isMissing = ({ key }: { readonly key: string }) => info[key] === undefined;
  const missing = fields.filter(isMissing).map(({ key }) => key);
  if (asking === null) return { info, missing, entries: [] };
  const { seq: _seq, at: _at, ...asked } = asking;
  return {
    info,
    missing,
    entries: [{ ...asked, state: "transferring", fields: asked.fields.filter(isMissing) }],
  };
}

/** As it was typed, where no directory knows it: the visitor reads that this number is called back, and a person can tell. */
function callbackIn({ callback = "" }: Info): Info {
  const number = readFieldValue(CALLBACK, callback);
  return number === null ? {} : { callback: number };
}

/** What the visitor was asked before this request, whoever asked. */
async function askingOf(
  { storage }: World,
  { conversation, id }: RequestHandoff,
): Promise<ProcedureEntry | null> {
  const begin = SendId.safeParse(`b${id}`);
  const entry = begin.success ? await storage.entryById(conversation, begin.data) : null;
  return entry?.kind === "procedure" ? entry : null;
}
