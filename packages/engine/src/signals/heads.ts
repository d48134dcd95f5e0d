/** What the model judges, in its own order: the three text signals, and the question for one list price. */
export const HEADS = ["demo", "price", "human", "price-simple"] as const;
export type Head = (typeof HEADS)[number];
