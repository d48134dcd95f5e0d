/** Files of contacts: what is written is read back as it was, and runs nowhere. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { csvLine, readCsv } from "./csv.ts";

const cellsOf = (text: string) => [...readCsv(text)].map(({ cells }) => cells);
const sign = fc.constantFrom(...Array.from("=+-@\t\r\n'\",; aé＝😀"));
const cell = fc.oneof(fc.string({ unit: sign, maxLength: 8 }), fc.string({ maxLength: 12 }));

it("Q18 whatever is written is read back as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), (rows) => {
      const told = rows.filter((cells) => cells.some((each) => each.trim() !== ""));
      // A head, as every file has one: it says which separator the others use.
      const text = csvLine(["one", "two", "three"]) + rows.map(csvLine).join("");
      expect(cellsOf(text).slice(1)).toEqual(told);
    }),
  );
});

it.each(["=1+1", "+31 6", "-1", "@SUM(A1)", "\tx", "\r=1", "\n=1", "＝1", "'=1"])(
  "Q18 no spreadsheet takes %j for a formula",
  (text) => {
    const [written = ""] = csvLine([text]).split("\r\n=");
    expect(written).toMatch(/^"?'/);
    expect(cellsOf(csvLine([text]))).toEqual([[text]]);
  },
);

it("RFC 4180 reads quotes, line ends in cells, semicolons, a byte order mark and a last line without an end", () => {
  expect(cellsOf('\ufeffa;b\r\n"1;""2""";"3\n4"\n\n5;6')).toEqual([
    ["a", "b"],
    ['1;"2"', "3\n4"],
    ["5", "6"],
  ]);
});

it("says on which line a row begins, and which quotation mark never closes", () => {
  const rows = [...readCsv('a,b\n"x\ny",2\n3,"4')];
  expect(rows.map(({ line, isBroken }) => [line, isBroken])).toEqual([
    [1, false],
    [2, false],
    [4, true],
  ]);
});
