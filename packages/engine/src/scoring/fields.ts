/** Step 1: what the lead has said about itself. Explicit, capped, and it never decays (catalogue 5.3, T27). */
import * as z from "zod/mini";
import type { LeadFields } from "../domain/lead-fields.ts";
import type { Grade, ScorePoint } from "../domain/lead-score.ts";
import type { ScoringConfig } from "../domain/scoring-config.ts";
import { capPoints, sumOf } from "./cap.ts";

export interface FieldScore {
  readonly points: readonly ScorePoint[];
  /** After the cap. */
  readonly total: number;
  /** Of the sum before the cap. */
  readonly grade: Grade;
}

export function scoreFields(fields: LeadFields, { fields: config }: ScoringConfig): FieldScore {
  const found: ScorePoint[] = [];
  const give = (source: keyof LeadFields, rule: string, points: number) =>
    found.push({
      part: "fields",
      rule: `fields.${rule}`,
      source,
      points,
      current: points,
      counted: points,
      expiry: { kind: "never" },
    });

  const email = fields.email?.trim().toLowerCase() ?? "";
  if (isEmail(email)) {
    give("email", "email", config.email);
    const domain = email.slice(email.lastIndexOf("@") + 1);
    if (isIn(domain, config.disposableDomains)) give("email", "disposableEmail", config.disposableEmail);
  }
  if (isPhone(fields.phone ?? "")) give("phone", "phone", config.phone);
  if ((fields.name?.trim() ?? "") !== "") give("name", "name", config.name);
  const isInRange = budgetFits(fields.budget, config.budgetRange);
  if (isInRange === true) give("budget", "budget", config.budget);
  if (fields.timeFrameMonths !== null && fields.timeFrameMonths <= config.timeFrameMonthsMax) {
    give("timeFrameMonths", "timeFrame", config.timeFrame);
  }
  if (fields.region !== null && isIn(fields.region, config.regions)) give("region", "region", config.region);
  if (fields.role !== null && isIn(fields.role, config.roles)) give("role", "role", config.role);
  if (fields.isOnlyLooking) give("isOnlyLooking", "notBuying", config.notBuying);
  else if (isInRange === false) give("budget", "notBuying", config.notBuying);

  const points = capPoints(found, config.cap);
  return { points, total: sumOf(points), grade: gradeOf(sumOf(found), config.grades) };
}

function gradeOf(sum: number, grades: ScoringConfig["fields"]["grades"]): Grade {
  if (sum >= grades.A) return "A";
  if (sum >= grades.B) return "B";
  return sum >= grades.C ? "C" : "D";
}

function isEmail(text: string): boolean {
  return z.email().safeParse(text).success;
}

/** Seven to fifteen digits (E.164 allows no more), with the signs that people put between them. */
function isPhone(text: string): boolean {
  const digits = text.replace(/[\s().\-/]/g, "");
  return /^\+?\d{7,15}$/.test(digits);
}

/** Null where nothing was stated, or the site named no range. */
function budgetFits(budget: number | null, range: ScoringConfig["fields"]["budgetRange"]): boolean | null {
  if (budget === null || range === null) return null;
  return budget >= range.from && budget <= range.to;
}

function isIn(text: string, list: readonly string[]): boolean {
  const wanted = text.trim().toLowerCase();
  return list.some((entry) => entry.trim().toLowerCase() === wanted);
}
