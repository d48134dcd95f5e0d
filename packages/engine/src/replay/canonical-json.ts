/** A value as text, the same text for the same value: keys in order, nothing that depends on how it was made. */

/** Takes what JSON takes. Keys in order; absent and `undefined` are the same. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) => (isRecord(held) ? inOrder(held) : held));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inOrder(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  // Without a prototype, so that a key such as `__proto__` is a key like any other.
  const ordered = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(record).toSorted()) ordered[key] = record[key];
  return ordered;
}
