/** Fetches the cards when the first of them is to be drawn; should that fail, whatever changes next asks for them again. */
import { signal } from "@preact/signals-core";
import type * as cards from "./cards.ts";

type Cards = typeof cards;

/** Null until they are there, which draws again. */
export function lateCards(): () => Cards | null {
  const here = signal<Cards | null>(null);
  let isFetching = false;

  return () => {
    if (here.value === null && !isFetching) {
      isFetching = true;
      import("./cards.ts").then(
        (fetched) => (here.value = fetched),
        () => (isFetching = false),
      );
    }
    return here.value;
  };
}
