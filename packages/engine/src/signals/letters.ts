/** Reads any character as the plain letter that a person sees in it, so that accents, width and look-alikes do not hide a word. */

const SPACE = 32;
/** Stands for characters that nobody sees: zero-width, direction controls, combining marks. */
export const INVISIBLE = 0;

const TABLE_SIZE = 0x250;

/** Letters that Unicode does not take apart, and letters of other alphabets that look like ours. */
const LOOK_ALIKES =
  "øo łl đd ħh ıi ĸk ŋn ŧt ðd þt ƒf ſs " +
  "аa вb еe ѕs іi јj кk мm нh оo рp сc тt уy хx ѵv ԁd ԛq ԝw һh ɡg ɑa ᴀa ᴇe ᴏo " +
  "αa βb εe ηn ιi κk νv οo ρp τt υu χx ωw ϲc ϳj";

const table = buildTable();
const lookAlikes = new Map(LOOK_ALIKES.split(" ").map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));

/** The plain lower-case letter or digit of a UTF-16 unit; `SPACE` for what separates; `INVISIBLE` for what is not there. */
export function plainLetter(unit: number): number {
  if (unit < TABLE_SIZE) return table[unit]!;
  return beyondTable(unit);
}

/** Whether a plain letter is part of a word. */
export function isWordLetter(plain: number): boolean {
  return (plain >= 97 && plain <= 122) || plain === 48 || plain > 127;
}

function beyondTable(unit: number): number {
  if (unit < 0x370) return unit >= 0x300 ? INVISIBLE : SPACE;
  if (unit < 0x2000) return decomposed(unit);
  if (unit < 0x2c00) return isHidden(unit) ? INVISIBLE : symbol(unit);
  if (unit < 0xd800) return unit < 0x3001 ? SPACE : unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return table[unit - 0xfee0]!;
  return unit === 0xfeff || (unit >= 0xfe00 && unit <= 0xfe0f) ? INVISIBLE : SPACE;
}

/** Greek, Cyrillic and the accented Latin of 1E00–1EFF; other alphabets stay as they are. */
function decomposed(unit: number): number {
  const base = String.fromCharCode(unit).toLowerCase().normalize("NFKD").charCodeAt(0);
  if (base < TABLE_SIZE) return table[base]!;
  return lookAlikes.get(base) ?? base;
}

/** The plain letter of two units that are one sign, such as the d of 𝐝𝐞𝐦𝐨 or 🄳; `SPACE` for emoji and all other signs. */
export function plainPair(pair: string): number {
  const letter = pair.normalize("NFKD");
  return letter.length === 1 ? plainLetter(letter.charCodeAt(0)) : SPACE;
}

function isHidden(unit: number): boolean {
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f)
  );
}

/** Curly quotes and long dashes, as their plain sisters; letters in rings and in other dress, as letters. */
function symbol(unit: number): number {
  if (unit === 0x2018 || unit === 0x2019) return 39;
  if (unit >= 0x201c && unit <= 0x201f) return 34;
  if (unit === 0x2026) return 46;
  const letter = String.fromCharCode(unit).normalize("NFKD");
  return letter.length === 1 && letter < "\x7f" ? table[letter.charCodeAt(0)]! : SPACE;
}

/** Digits all read as "0": which number it is never decides what is asked for. */
function buildTable(): Uint16Array {
  const built = new Uint16Array(TABLE_SIZE).fill(SPACE);
  for (let unit = 33; unit < TABLE_SIZE; unit += 1) {
    const base = String.fromCharCode(unit).toLowerCase().normalize("NFD").charCodeAt(0);
    const pair = LOOK_ALIKES.indexOf(` ${String.fromCharCode(base)}`);
    if (base >= 48 && base <= 57) built[unit] = 48;
    else if (base < 127) built[unit] = base;
    else if (pair >= 0 && base > 127) built[unit] = LOOK_ALIKES.charCodeAt(pair + 2);
    else if (base >= 0xdf) built[unit] = base;
  }
  built[248] = 111;
  built[0xf7] = SPACE;
  built[0xd7] = SPACE;
  built[0xad] = INVISIBLE;
  built[0xab] = 34;
  built[0xbb] = 34;
  return built;
}
