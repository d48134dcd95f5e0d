/** What an annuity mortgage costs: pure arithmetic, so that it can be tested without a page. */

/**
 * The constant payment a month that pays off `loan` in `months`, in euros. `ratePerYear` is a share: 0.038 for 3.8 %.
 *
 * @param {number} loan
 * @param {number} ratePerYear
 * @param {number} months
 * @returns {number}
 */
export function monthlyPayment(loan, ratePerYear, months) {
  const rate = ratePerYear / 12;
  // Without interest the formula divides nought by nought.
  return rate === 0 ? loan / months : (loan * rate) / (1 - (1 + rate) ** -months);
}

/**
 * How the first payment divides, and what all interest comes to, in euros.
 *
 * @param {number} loan
 * @param {number} ratePerYear
 * @param {number} months
 */
export function mortgage(loan, ratePerYear, months) {
  const perMonth = monthlyPayment(loan, ratePerYear, months);
  return { perMonth, firstInterest: (loan * ratePerYear) / 12, totalInterest: perMonth * months - loan };
}
