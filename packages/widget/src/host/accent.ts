/** The site's colour, corrected until it can be read on the widget's surface: contrast is computed, not hoped for. */

/** What the widget is drawn on, by the page's scheme. */
export const SURFACE = { light: "#ffffff", dark: "#18191b" } as const;

/**
 * The relative luminance that keeps the contrast of text (WCAG 2.2, 1.4.3): at most this on the light surface, where it
 * gives 4.5; at least this on the dark one, where it gives 6, because dark ink on a deep colour is hard to read.
 */
const LUMINANCE = { light: 0.183, dark: 0.308 } as const;
const STEP = 0.04;

/**
 * `accent` (`#rrggbb`) moved away from a surface, no further than needed. As contrast is mutual, the surface's own
 * colour can then be used as ink on the accent.
 */
export function readableOn(scheme: keyof typeof SURFACE, accent: string): string {
  const away = scheme === "light" ? 0 : 255;
  let rgb = [1, 3, 5].map((at) => Number(`0x${accent.slice(at, at + 2)}`));
  while (luminance(rgb) > LUMINANCE[scheme] === (scheme === "light")) {
    // Rounded outwards, so that every step moves.
    rgb = rgb.map((part) =>
      away === 0 ? Math.floor(part * (1 - STEP)) : Math.ceil(part + (away - part) * STEP),
    );
  }
  return `#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG relative luminance, 0–1. */
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
