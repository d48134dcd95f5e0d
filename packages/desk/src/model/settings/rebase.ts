/** Puts one's own edits on top of what somebody else saved meanwhile: what only one of the two changed is kept, and where both did, one's own stands. */
import type { HandoffSettings } from "@sophie/engine";
import { isRecord, isSame } from "./is-same.ts";

/** `base` is what both began with. The result has the version of `theirs`, so that it can be saved. */
export function rebase(
  base: HandoffSettings,
  mine: HandoffSettings,
  theirs: HandoffSettings,
): HandoffSettings {
  return { ...(merge(base, mine, theirs) as HandoffSettings), version: theirs.version };
}

function merge(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  if (isNamedList(mine) && isNamedList(theirs) && isNamedList(base)) return mergeLists(base, mine, theirs);
  if (isRecord(base) && isRecord(mine) && isRecord(theirs) && mine["kind"] === theirs["kind"])
    return mergeRecords(base, mine, theirs);
  return mine;
}

function mergeRecords(
  base: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): unknown {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const merged = keys.map((key) => [key, merge(base[key], mine[key], theirs[key])] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** In my order if I changed it, else in theirs; what one of us added stays, and what one of us removed untouched goes. */
function mergeLists(base: readonly Named[], mine: readonly Named[], theirs: readonly Named[]): unknown {
  const find = (list: readonly Named[], id: string) => list.find((item) => item.id === id);
  const ids = (list: readonly Named[]) => list.map(({ id }) => id);
  const common = (list: readonly Named[]) => ids(list).filter((id) => find(base, id) !== undefined);
  const isMyOrder = !isSame(common(mine), common(base));
  const [first, second] = isMyOrder ? [mine, theirs] : [theirs, mine];
  const order = [...ids(first), ...ids(second).filter((id) => find(first, id) === undefined)];
  return order.flatMap((id) => {
    const merged = merge(find(base, id), find(mine, id), find(theirs, id));
    return merged === undefined ? [] : [merged];
  });
}

interface Named extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

function isNamedList(value: unknown): value is readonly Named[] {
  return Array.isArray(value) && value.every((item) => isRecord(item) && typeof item["id"] === "string");
}
