/** What is sent and not answered yet stays, in order, and survives the page where it can. */
import { expect, it } from "vitest";
import type { SendId } from "../domain/id.ts";
import { Outbox, volatileStore } from "./outbox.ts";
import { MemoryOutboxStore } from "../testing/memory-outbox-store.ts";

interface Note {
  readonly type: "note";
  readonly id: SendId;
  readonly text: string;
}

const note = (id: string, text = id): Note => ({ type: "note", id: id as SendId, text });

it("P7 what was added comes out oldest first, until it is settled", () => {
  const outbox = new Outbox<Note>(volatileStore());
  for (const id of ["a", "b", "c"]) outbox.add(note(id));
  outbox.settle("b" as SendId);
  expect(outbox.pending.map(({ id }) => id)).toEqual(["a", "c"]);
});

it("P7 settling gives the item once; a second answer to it finds nothing", () => {
  const outbox = new Outbox<Note>(volatileStore());
  outbox.add(note("a"));
  expect(outbox.settle("a" as SendId)).toEqual(note("a"));
  expect(outbox.settle("a" as SendId)).toBeUndefined();
});

it("P7 adding under an id that waits already replaces it in its place", () => {
  const outbox = new Outbox<Note>(volatileStore());
  for (const item of [note("a"), note("b"), note("a", "again")]) outbox.add(item);
  expect(outbox.pending.map(({ text }) => text)).toEqual(["again", "b"]);
});

it("P14 the next page finds what the last one could not deliver, in the same order", () => {
  const store = new MemoryOutboxStore<Note>();
  const before = new Outbox<Note>(store);
  for (const id of ["a", "b", "c"]) before.add(note(id));
  before.settle("a" as SendId);
  expect(new Outbox<Note>(store).pending.map(({ id }) => id)).toEqual(["b", "c"]);
});

it("P14 what another tab has settled is removed from the store, even if this one never held it", () => {
  const store = new MemoryOutboxStore<Note>();
  const tab = new Outbox<Note>(store);
  store.put(note("from-the-other-tab"));
  tab.settle("from-the-other-tab" as SendId);
  expect(store.items()).toEqual([]);
});
