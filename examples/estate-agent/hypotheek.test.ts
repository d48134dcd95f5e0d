/** Tests the mortgage calculator against a bank's table and against arithmetic. */
import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";

/** What the page's own script offers; it is plain JavaScript, so its types are said here. */
interface Calculator {
  monthlyPayment(loan: number, ratePerYear: number, months: number): number;
  mortgage(
    loan: number,
    ratePerYear: number,
    months: number,
  ): { readonly perMonth: number; readonly firstInterest: number; readonly totalInterest: number };
}

const script = new URL("site/hypotheek.js", import.meta.url).href;
const { monthlyPayment, mortgage } = (await import(script)) as Calculator;

describe("the mortgage calculator", () => {
  it.each([
    // Loan, rate a year, years, and what a bank's own table says.
    [100_000, 0.04, 30, 477.42],
    [200_000, 0.05, 30, 1_073.64],
    [385_000, 0.038, 30, 1_793.94],
    [120_000, 0, 10, 1_000],
  ])("€ %i at %d for %i years costs € %d a month", (loan, rate, years, payment) => {
    expect(monthlyPayment(loan, rate, years * 12)).toBeCloseTo(payment, 1);
  });

  it("leaves no debt after the last payment, whatever the terms", () => {
    const terms = [
      integer({ min: 1, max: 5_000_000 }),
      integer({ min: 0, max: 1_500 }),
      integer({ min: 5, max: 40 }),
    ] as const;
    assert(
      property(...terms, (loan, basisPoints, years) => {
        const rate = basisPoints / 10_000;
        const payment = monthlyPayment(loan, rate, years * 12);
        let debt = loan;
        for (let month = 0; month < years * 12; month += 1) debt = debt * (1 + rate / 12) - payment;
        expect(Math.abs(debt)).toBeLessThan(loan * 1e-6);
      }),
    );
  });

  it("adds up: what is paid beyond the loan is interest, and the first month's is a twelfth of the year's", () => {
    const { perMonth, firstInterest, totalInterest } = mortgage(300_000, 0.036, 360);
    expect(firstInterest).toBeCloseTo(900, 6);
    expect(perMonth * 360).toBeCloseTo(300_000 + totalInterest, 6);
  });
});
