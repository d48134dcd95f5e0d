/** Who of several is next. */
import type { AgentId, AgentName } from "@sophie/engine";

/** Of those with the fewest open handoffs, the one whose turn is longest ago: in next-available's terms, longest idle. */
export function nextAvailable<Worker extends AgentName>(
  candidates: readonly Worker[],
  openOf: ReadonlyMap<AgentId, number>,
  order: readonly AgentId[],
): Worker | null {
  const least = Math.min(...candidates.map(({ id }) => openOf.get(id) ?? 0));
  return nextInRound(
    candidates.filter(({ id }) => (openOf.get(id) ?? 0) === least),
    order,
  );
}

/** Whoever has never had a turn comes before all others, in the order of the candidates. Null only if there are none. */
export function nextInRound<Worker extends AgentName>(
  candidates: readonly Worker[],
  order: readonly AgentId[],
): Worker | null {
  const place = ({ id }: Worker) => order.indexOf(id);
  return candidates.toSorted((a, b) => place(a) - place(b))[0] ?? null;
}
