/**
 * Sixteen characters that stand for a value, so that two people can say whether they look at the same state. It is
 * FNV-1a, 64 bits, over the canonical JSON: it finds accidents, and keeps out nobody who means harm.
 */
import { canonicalJson } from "./canonical-json.ts";

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** Sixteen hexadecimal digits of whatever JSON takes. */
export function fingerprintOf(value: unknown): string {
  let hash = OFFSET;
  for (const unit of canonicalJson(value)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * PRIME);
  }
  return hash.toString(16).padStart(16, "0");
}
