/**
 * How texts are compared in a search: whoever looks for サーバー, ｻｰﾊﾞｰ or さーばー finds all three, and １−１−２ finds 1-1-2.
 * A place in the folded text is always a place in the written one, so that what was found can be marked there.
 */

/** One written character with the marks that belong to it: what NFKC may join is folded together. */
const CHARACTERS = /[^\p{M}ﾞﾟ][\p{M}ﾞﾟ]*|[\p{M}ﾞﾟ]+/gu;

/** Every horizontal stroke that people type for a dash or a long vowel; between digits they cannot be told apart. */
const STROKES = /[\u2010-\u2015\u2212\u30fc\u2500\u2501\ufe58\ufe63]/gu;
/** Marks that choose between shapes of one character. */
const SHAPES = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/gu;

/** What single units fold to: there are few different ones, and each is met over and over. */
const known = new Map<string, string>();

function foldCharacter(written: string): string {
  const before = known.get(written);
  if (before !== undefined) return before;
  const folded = foldAnew(written);
  if (written.length === 1) known.set(written, folded);
  return folded;
}

function foldAnew(written: string): string {
  return written
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(SHAPES, "")
    .replace(STROKES, "-")
    .replace(KATAKANA, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
    .replace(/\s/gu, " ");
}

/** A text as it is compared: NFKC, lower case, hiragana for katakana, one kind of dash, spaces for all white space. */
export function fold(text: string): string {
  return [...text.matchAll(CHARACTERS)].map(([written]) => foldCharacter(written)).join("");
}

/** The words of a query, folded, each once; a space of any width stands between them, and all of them are looked for. */
export function wordsOf(query: string): string[] {
  return [...new Set(fold(query).split(" ").filter(Boolean))];
}

/** From where to where something stands in a text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every place of folded words in a text as it was written, in order; places that touch are one. */
export function placesOf(text: string, words: readonly string[]): Span[] {
  let folded = "";
  // Of each place in the folded text, the written character that it came from.
  const from: Span[] = [];
  for (const { 0: written, index } of text.matchAll(CHARACTERS)) {
    const piece = foldCharacter(written);
    for (let n = 0; n < piece.length; n += 1) from.push({ start: index, end: index + written.length });
    folded += piece;
  }
  const found: Span[] = [];
  for (const word of words) {
    if (word === "") continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const [first, last] = [from[at], from[at + word.length - 1]];
      if (first && last) found.push({ start: first.start, end: last.end });
    }
  }
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of found.sort((a, b) => a.start - b.start)) {
    const before = joined.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** A text in pieces, so that the places of words can be marked. Together the pieces are the text. */
export function marked(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of placesOf(text, words)) {
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  return at < text.length ? [...pieces, { text: text.slice(at), hit: false }] : pieces;
}

/** Characters of a text that are shown of it, and how many of them stand before the first hit. */
const SHOWN = 120;
const BEFORE = 30;

/** The part of a text around the first hit, in pieces; its beginning where no word stands in it. */
export function excerptOf(text: string, words: readonly string[]): Piece[] {
  const [first] = placesOf(text, words);
  const start = Math.max(0, whole(text, (first?.start ?? 0) - BEFORE));
  const end = whole(text, Math.max(start + SHOWN, first?.end ?? 0));
  const cut = (piece: string, more: boolean): Piece[] => (more ? [{ text: piece, hit: false }] : []);
  return [...cut("…", start > 0), ...marked(text.slice(start, end), words), ...cut("…", end < text.length)];
}

/** A place that does not lie inside a character of two units. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? "") ? at - 1 : at);

/** Every one- and two-character run of a folded text, each once: what words are looked up by. */
export function gramsOf(folded: string): string[] {
  const grams = new Set<string>();
  const characters = [...folded];
  for (const [index, character] of characters.entries()) {
    if (character === " ") continue;
    grams.add(character);
    const next = characters[index + 1];
    if (next !== undefined && next !== " ") grams.add(character + next);
  }
  return [...grams];
}

/** The runs that every text with this word has; a word of one or two characters is found by them alone. */
export function gramsOfWord(word: string): string[] {
  const characters = [...word];
  if (characters.length === 1) return characters;
  return [...new Set(characters.slice(1).map((character, index) => (characters[index] ?? "") + character))];
}
