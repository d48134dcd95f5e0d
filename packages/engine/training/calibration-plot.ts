/** Draws how sure the detector said it was against how often it was right, as a small SVG that is the same for the same figures. */
import type { Bin } from "./measure.ts";

const SIDE = 240;
const MARGIN = 44;

/** Circles on the diagonal are honest; a circle's area is the number of judgements. */
export function calibrationPlot(bins: readonly Bin[]): string {
  const most = Math.max(...bins.map(({ count }) => Math.sqrt(count)));
  const circles = bins
    .filter(({ count }) => count > 0)
    .map(
      ({ said, so, count }) =>
        `<circle cx="${x(said)}" cy="${y(so)}" r="${(2 + (9 * Math.sqrt(count)) / most).toFixed(1)}">` +
        `<title>said ${percent(said)}, was ${percent(so)}, ${count} judgements</title></circle>`,
    );
  const size = SIDE + 2 * MARGIN;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="Calibration: confidence against share that was right">`,
    `<rect width="${size}" height="${size}" fill="#fff"/>`,
    `<g fill="none" stroke="#8a8f98"><path d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}"/><path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke-dasharray="4 4"/></g>`,
    `<g fill="#2f6fde" fill-opacity=".75">${circles.join("")}</g>`,
    `<g font-family="sans-serif" font-size="12" fill="#40454d" text-anchor="middle">`,
    `<text x="${x(0.5)}" y="${size - 12}">said to be sure, %</text>`,
    `<text transform="rotate(-90)" x="${-y(0.5)}" y="14">was so, %</text>`,
    ...[0, 0.5, 1].map(
      (tick) =>
        `<text x="${x(tick)}" y="${y(0) + 16}">${tick * 100}</text><text x="${x(0) - 16}" y="${y(tick) + 4}">${tick * 100}</text>`,
    ),
    `</g>`,
    `</svg>`,
  ].join("\n")}\n`;
}

function x(share: number): number {
  return Math.round(MARGIN + share * SIDE);
}

function y(share: number): number {
  return Math.round(MARGIN + (1 - share) * SIDE);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
