/** Folds text for matching without moving anything: the folded text has the same length, so that spans hold in both. */

/** Lower case, without accents, curly quotes and odd spaces made plain. Same number of UTF-16 units as `text`. */
export function fold(text: string): string {
  let folded = "";
  for (const unit of text) folded += unit.length === 1 ? foldUnit(unit) : unit;
  return folded;
}

function foldUnit(unit: string): string {
  if (unit === "’" || unit === "‘" || unit === "`") return "'";
  if (/\s/.test(unit)) return " ";
  const base = unit.toLowerCase().normalize("NFD").charAt(0);
  return base === "" ? unit : base;
}
