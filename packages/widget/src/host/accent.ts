/** The site's colour, corrected until it can be read on a surface: contrast is computed, not hoped for. */

/** WCAG 2.2, 1.4.3: text needs this much contrast with what is behind it. */
const CONTRAST_MIN = 4.5;
const STEP = 0.04;

/** What the widget is drawn on, by the page's scheme. */
export const SURFACE = { light: "#ffffff", dark: "#18191b" } as const;

type Rgb = readonly [number, number, number];

/**
 * `accent` (`#rrggbb`) moved away from `surface`, no further than needed. As contrast is mutual, the surface's own
 * colour can then be used as ink on the accent.
 */
export function readableOn(surface: string, accent: string): string {
  const back = luminance(rgbOf(surface));
  const away = back > 0.5 ? 0 : 255;
  let [red, green, blue] = rgbOf(accent);
  while (contrast(back, luminance([red, green, blue])) < CONTRAST_MIN) {
    [red, green, blue] = [step(red, away), step(green, away), step(blue, away)];
  }
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Rounds outwards, so that every step moves. */
function step(part: number, away: number): number {
  return away === 0 ? Math.floor(part * (1 - STEP)) : Math.ceil(part + (255 - part) * STEP);
}

/** WCAG relative luminance, 0–1. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
