/**
 * Whether an answer is what was asked for, as far as anybody can tell without a directory of the world's numbers: the
 * server looks at telephone numbers again. A browser uses it to say so at once, and to find an answer in a sentence.
 */
import type { FieldKind, RequiredField } from "./required-field.ts";

const FIELD_VALUE_CHARS = 200;

type Asked = Pick<RequiredField, "kind" | "pattern">;

const EMAIL = /[^\s@<>"',;:()]+@[^\s@<>"',;:()]+\.[\p{L}\p{N}-]*\p{L}/u;
/** Eight to fifteen digits with what people put between them. */
const PHONE = /(?<![\p{L}\p{N}])\+?\d(?:[\s()./-]{0,2}\d){7,14}(?!\d)/u;
const DATE = /(?<!\d)(\d{1,4})([-./ ])(\d{1,2})\2(\d{1,4})(?!\d)/;
/** Three characters or more, at least one a digit. */
const ORDER = /(?<![\p{L}\p{N}])(?=[\p{L}./-]*\d)[\p{L}\p{N}][\p{L}\p{N}./-]{2,39}/u;

const IN_TEXT: Partial<Record<FieldKind, RegExp>> = {
  email: EMAIL,
  phone: PHONE,
  date: DATE,
  order_number: ORDER,
};

/** The value as it is kept; null if it is none. A date is kept as `2026-12-24`. */
export function readFieldValue({ kind, pattern }: Asked, text: string): string | null {
  const value = text.trim().replace(/\s+/g, " ");
  if (value === "" || value.length > FIELD_VALUE_CHARS) return null;
  if (kind === "date") return dateIn(value);
  // Eight digits in three groups are a day, and nobody's number.
  if (kind === "phone" && DATE.exec(value)?.[0] === value) return null;
  if (kind === "name") return /\p{L}/u.test(value) ? value : null;
  const own = kind === "order_number" || kind === "text" ? ownPattern(pattern) : null;
  const known = own ?? IN_TEXT[kind];
  return known === undefined || known.exec(value)?.[0] === value ? value : null;
}

/** The part of a sentence that is the value; null if there is none. Names and free texts do not stand out of one. */
export function findFieldValue(field: Asked, text: string): string | null {
  const own = ownPattern(field.pattern);
  const looks = IN_TEXT[field.kind];
  if (looks === undefined && own === null) return null;
  const whole = readFieldValue(field, text);
  if (whole !== null) return whole;
  // A site's own expression is for a whole value, and so tried word by word.
  const shown =
    field.kind === "phone" ? text.replace(DATE, (day) => (dateIn(day) === null ? day : " ")) : text;
  const parts = own === null ? [looks?.exec(shown)?.[0] ?? ""] : text.split(/[\s,;]+/);
  for (const part of parts) {
    const value = readFieldValue(field, part.replace(/[.!?]+$/, ""));
    if (value !== null) return value;
  }
  return null;
}

/** A site's own expression, for the whole value; null if there is none, or none that can be read. */
function ownPattern(pattern: string | null): RegExp | null {
  try {
    return pattern === null ? null : new RegExp(`^(?:${pattern})$`, "u");
  } catch {
    return null;
  }
}

/** Day before month, unless only the other way round makes a date. */
function dateIn(text: string): string | null {
  const [whole, first = "", , second = "", third = ""] = DATE.exec(text) ?? [];
  if (whole !== text.trim()) return null;
  const parts = [first, second, third].map(Number) as [number, number, number];
  const [year, month, day] = first.length === 4 ? parts : parts.toReversed();
  return dateOf(year, month, day) ?? dateOf(year, day, month);
}

function dateOf(year = 0, month = 0, day = 0): string | null {
  if (year < 1000) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
