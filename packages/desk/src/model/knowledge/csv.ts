/** Tables as text, as spreadsheets write and read them (RFC 4180): commas or semicolons, quotes doubled, any line ends. */

/** A cell that begins so would be carried out by a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;
const GUARDED = /^'(?=[=+\-@\t\r])/;

export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(written).join(",")).join("\r\n");
}

/** Null for a quote that never ends. */
export function fromCsv(text: string): string[][] | null {
  const whole = text.replace(/^\ufeff/, "");
  const separator = separatorOf(whole);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (whole.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === separator) {
      row.push(read(cell));
      cell = "";
    } else if (sign === "\n") {
      rows.push([...row, read(cell.replace(/\r$/, ""))]);
      row = [];
      cell = "";
    } else cell += sign;
  }
  if (isQuoted) return null;
  if (cell !== "" || row.length > 0) rows.push([...row, read(cell.replace(/\r$/, ""))]);
  return rows.filter((cells) => cells.some((each) => each.trim() !== ""));
}

function written(cell: string): string {
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function read(cell: string): string {
  return cell.replace(GUARDED, "");
}

/** Spreadsheets of half the world write semicolons. The head decides. */
function separatorOf(text: string): string {
  const head = text.split("\n", 1)[0] ?? "";
  return head.split(";").length > head.split(",").length ? ";" : ",";
}
