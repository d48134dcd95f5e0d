/** Reads a document by its schema, and says of everything that does not fit what would. */
import { PROBLEM_CODES, type ProblemCode } from "@sophie/engine";
import type * as z from "zod/mini";
import { type Problem, problem } from "./problem.ts";

export type Form<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Issue = z.core.$ZodIssue;

export function readForm<T>(schema: z.ZodMiniType<T>, document: unknown): Form<T> {
  const read = schema.safeParse(document);
  if (!read.success) {
    return { ok: false, problems: read.error.issues.map((issue) => said(issue, document)) };
  }
  const unknown = strayFields(document, read.data, []);
  return unknown.length === 0 ? { ok: true, value: read.data } : { ok: false, problems: unknown };
}

function said(issue: Issue, document: unknown): Problem {
  const isMissing = valueAt(document, issue.path) === undefined;
  return problem(issue.path, codeOf(issue), isMissing ? "This is missing." : sentenceOf(issue));
}

function codeOf({ code }: Issue): ProblemCode {
  return PROBLEM_CODES.find((known) => known === code) ?? "not_valid";
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    document,
  );
}

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `This must be ${article(issue.expected)}.`;
    case "too_big":
      return issue.origin === "string"
        ? `This is longer than ${issue.maximum} characters.`
        : issue.origin === "array"
          ? `There are more than ${issue.maximum} of these.`
          : `This is more than ${issue.maximum}.`;
    case "too_small":
      return issue.origin === "string"
        ? "This is empty."
        : issue.origin === "array"
          ? `At least ${issue.minimum} of these must be there.`
          : `This is less than ${issue.minimum}.`;
    case "invalid_value":
      return `This must be one of: ${issue.values.map(String).join(", ")}.`;
    case "invalid_format":
      return FORMATS[String(issue.path.at(-1))] ?? "This is not written as it must be.";
    default:
      return "This is not what it must be.";
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  from: "Write a time as 09:00, from 00:00 to 23:59.",
  to: "Write a time as 17:30, up to 24:00.",
  date: "Write a day as 2026-12-25.",
  number: "Write a telephone number with its country, such as +31201234567.",
  address: "This is no e-mail address.",
  url: "A link begins with https://.",
  id: "An id holds small letters, digits, - and _, and begins with a letter or digit.",
  queue: "A queue's id holds small letters, digits, - and _, and begins with a letter or digit.",
  key: "A key holds small letters, digits and _, and begins with a letter.",
  phrase: "A phrase holds at least one letter or digit.",
};

function article(expected: string): string {
  if (expected === "int") return "a whole number";
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

/** A field that Sophie does not know is a mistake that would otherwise be silent: a misspelt one, or one of a newer version. */
function strayFields(given: unknown, kept: unknown, path: readonly PropertyKey[]): Problem[] {
  if (Array.isArray(given) && Array.isArray(kept)) {
    return given.flatMap((item, index) => strayFields(item, kept[index], [...path, index]));
  }
  if (!isRecord(given) || !isRecord(kept)) return [];
  return Object.keys(given).flatMap((key) =>
    key in kept
      ? strayFields(given[key], kept[key], [...path, key])
      : [problem([...path, key], "unknown_field", `There is no setting “${key}” here.`)],
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
