/** The types of `hypotheek.js`, which is plain JavaScript because the page loads it as it is. */
export function monthlyPayment(loan: number, ratePerYear: number, months: number): number;
export function mortgage(
  loan: number,
  ratePerYear: number,
  months: number,
): { readonly perMonth: number; readonly firstInterest: number; readonly totalInterest: number };
