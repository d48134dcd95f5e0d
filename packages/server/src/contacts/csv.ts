/** Tables as text, after RFC 4180: read cell by cell so that a long file is never held twice, written so that no spreadsheet runs a cell. */

/** What a spreadsheet would take for a formula, with the quotes that guard it and the wide forms of the same signs. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/u;

export interface CsvRow {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark was opened in it and nothing closed it. */
  readonly isBroken: boolean;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(writtenCell).join(",")}\r\n`;
}

/** Rows without anything in them are left out. Commas or semicolons: the first line decides. */
export function* readCsv(text: string): Generator<CsvRow> {
  let at = text.startsWith("\ufeff") ? 1 : 0;
  const separator = separatorOf(text);
  let line = 1;
  while (at < text.length) {
    const begin = line;
    const cells: string[] = [];
    let isBroken = false;
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
      isBroken ||= cell.isBroken;
      cells.push(cell.value.replace(GUARDED, (guarded) => guarded.slice(1)));
      line += cell.lines;
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    line += 1;
    if (cells.some((cell) => cell.trim() !== "")) yield { line: begin, cells, isBroken };
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
  /** Line ends within it. */
  readonly lines: number;
  readonly isBroken: boolean;
}

function quotedCell(text: string, start: number, separator: string): Cell {
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) {
      value += text.slice(from);
      return { value, end: text.length, lines: linesIn(value), isBroken: true };
    }
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      // What stands behind the closing quote, against the rule, is not thrown away.
      const rest = plainCell(text, quote + 1, separator);
      value += rest.value;
      return { value, end: rest.end, lines: linesIn(value), isBroken: false };
    }
    value += '"';
    from = quote + 2;
  }
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: text.slice(start, end), end, lines: 0, isBroken: false };
}

function linesIn(text: string): number {
  return text.split(/\r\n|\r|\n/u).length - 1;
}

function writtenCell(cell: string): string {
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Spreadsheets of half the world write semicolons. */
function separatorOf(text: string): string {
  const head = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
  return head.split(";").length > head.split(",").length ? ";" : ",";
}
