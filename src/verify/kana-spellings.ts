import { unvoiced } from '../normalize/name/kana-table.js';
import { ALIKE, LENGTHENING, LONG_MARK, lengthens } from './kana-difference.js';

/** Kana that differ in dakuten or handakuten alone, and the old pairs of one sound: ハ from バ and パ, ヂ from チ, ジ and シ. */
const VOICED = voicings();

function voicings(): ReadonlyMap<string, readonly string[]> {
  const kana = Array.from({ length: 0x30f4 - 0x30a1 + 1 }, (_, i) => String.fromCharCode(0x30a1 + i));
  const areAlike = (a: string, b: string) =>
    unvoiced(a) === unvoiced(b) || ALIKE[a] === unvoiced(b) || ALIKE[b] === unvoiced(a);
  return new Map(kana.map((one) => [one, kana.filter((other) => other !== one && areAlike(one, other))]));
}

/** A place in a key and what may stand there instead. */
interface Place {
  readonly at: number;
  readonly others: readonly string[];
}

/**
 * Other keys that `kanaDifference` calls the same kana but for dakuten, or for how a long vowel is written: タケバ as タケハ and ダケパ,
 * ユウコ as ユーコ, マリー as マリ. Fewest changes first and `most` at most; the key without any dakuten is among them whatever is
 * cut. A vowel that is not heard is neither left out nor put in: ユウキ and ユキ are two names.
 */
export function kanaSpellings(key: string, most: number): readonly string[] {
  const chars = [...key];
  const voiced = chars.map((kana, at): Place => ({ at, others: VOICED.get(kana) ?? [] }));
  const long = chars.map((_, at): Place => ({ at, others: longAt(chars, at) }));
  const found = new Set([chars.map(unvoiced).join('')]);
  const spelt = [changes(chars, long), withoutMark(chars), withMark(chars), changes(chars, voiced)];
  for (const spellings of spelt) {
    for (const spelling of spellings) {
      if (found.size > most) break;
      found.add(spelling);
    }
  }
  found.delete(key);
  return [...found].slice(0, most);
}

/** Keys with one place changed, then with two, and so on. */
function* changes(chars: readonly string[], all: readonly Place[]): Generator<string> {
  const places = all.filter(({ others }) => others.length > 0);
  for (let many = 1; many <= places.length; many++) yield* changed(chars, places, many);
}

function* changed(chars: readonly string[], places: readonly Place[], many: number): Generator<string> {
  if (many === 0) {
    yield chars.join('');
    return;
  }
  for (const [i, { at, others }] of places.entries())
    for (const other of others) yield* changed(chars.with(at, other), places.slice(i + 1), many - 1);
}

/** How else the vowel at a place may be written that lengthens the kana before it. */
function longAt(chars: readonly string[], at: number): readonly string[] {
  const [before, kana] = [chars[at - 1] ?? '', chars[at]!];
  const vowel = lengthens(before);
  if (vowel === null || (kana !== LONG_MARK && !LENGTHENING[vowel].includes(kana))) return [];
  return [LONG_MARK, ...LENGTHENING[vowel]].filter((other) => other !== kana);
}

function* withoutMark(chars: readonly string[]): Generator<string> {
  for (const [at, kana] of chars.entries())
    if (at > 0 && kana === LONG_MARK) yield chars.toSpliced(at, 1).join('');
}

function* withMark(chars: readonly string[]): Generator<string> {
  for (const [at, kana] of chars.entries())
    if (lengthens(kana) !== null && chars[at + 1] !== LONG_MARK)
      yield chars.toSpliced(at + 1, 0, LONG_MARK).join('');
}
