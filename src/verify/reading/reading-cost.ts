import { kanaKey } from '../../normalize/name/kana.js';
import { sounded } from '../../normalize/reading/reading-forms.js';
import { kanaDifference } from '../kana-difference.js';
import { type Costs, costsFromStart, costsToEnd, NEVER, type Written, writtenName } from './aligner.js';

/** Up to this cost a kana reads a name; it lets pass two or three of the usual sound changes. */
export const READS_WITHIN = 1.2;

/** What a slip adds to the cost of the rest; `equal` is a form out of place, such as rendaku at the start. */
const SLIP_COST = {
  equal: 2,
  sound: 2,
  dakuten: 2,
  'long-vowel': 2,
  'one-kana': 3,
  different: NEVER,
} as const;
const LEAST_SLIP = 2;

/**
 * Cost of reading a kanji key as a strict kana key: 0 when every character has a listed reading, up to
 * `READS_WITHIN` with sound changes and unwritten の or が, above it with one slip or unknown characters, infinite
 * when it cannot be read so.
 */
export function readingCost(key: string, kana: string): number {
  if (key === '' || kana === '') return NEVER;
  const spelled = kanaKey(key);
  if (KANA.test(spelled)) return spellingCost(sounded(spelled), sounded(kana));
  const name = writtenName(key);
  const sound = sounded(kana);
  const costs = costsFromStart(name, sound);
  const cost = costs[(name.length + 1) * (sound.length + 1) - 1]!;
  return cost <= READS_WITHIN ? cost : Math.min(cost, costWithSlip(name, sound, costs));
}

const KANA = /^[ア-ヴー]+$/u;
/** Kana that names keep in old spelling inside a word: かほる, ゆふ, きぬへ. */
const OLD_SPELLING: Readonly<Record<string, string>> = { ハ: 'ワ', ヒ: 'イ', フ: 'ウ', ヘ: 'エ', ホ: 'オ' };
const OLD_SPELLING_COST = 0.4;

/** A name in kana is read as it is spelled: no sound change of kanji makes ハナ ワナ or サト サド. */
function spellingCost(written: string, kana: string): number {
  if (written === kana) return 0;
  const isOld = (letter: string, i: number) =>
    letter === kana[i] || (i > 0 && OLD_SPELLING[letter] === kana[i]);
  if (written.length === kana.length && [...written].every(isOld)) return OLD_SPELLING_COST;
  return SLIP_COST[kanaDifference(written, kana)];
}

/** Lowest cost of reading the name with one slip, in one of its characters or words. */
function costWithSlip(name: Written, kana: string, start: Costs): number {
  const end = costsToEnd(name, kana);
  const width = kana.length + 1;
  let best = NEVER;
  const consider = (i: number, length: number, readings: ReadonlySet<string>) => {
    const most = longestOf(readings) + 1;
    for (let from = 0; from < kana.length; from++) {
      const before = start[i * width + from]!;
      if (before > READS_WITHIN) continue;
      for (let to = from + 1; to <= Math.min(kana.length, from + most); to++) {
        const around = before + end[(i + length) * width + to]!;
        if (around > READS_WITHIN || around + LEAST_SLIP >= best) continue;
        best = Math.min(best, around + slipCost(readings, kana.slice(from, to), kana.length));
      }
    }
  };
  for (let i = 0; i < name.length; i++) {
    const forms = name.forms[i];
    if (forms) consider(i, 1, forms.all);
    for (const word of name.words[i]!) consider(i, word.length, word.forms.all);
  }
  return Math.min(best, costOfSwap(name, kana, start, end));
}

const longest = new WeakMap<ReadonlySet<string>, number>();

/** Kana of the longest of some readings: a longer stretch is none of them, however long the whole is. */
function longestOf(readings: ReadonlySet<string>): number {
  const known = longest.get(readings);
  if (known !== undefined) return known;
  let most = 0;
  for (const reading of readings) most = Math.max(most, reading.length);
  longest.set(readings, most);
  return most;
}

/** The cheapest slip between a stretch of kana and one of the readings; `length` is that of the whole kana. */
function slipCost(readings: ReadonlySet<string>, stretch: string, length: number): number {
  let best = NEVER;
  const last = stretch.length - 1;
  for (const reading of readings) {
    const extra = stretch.length - reading.length;
    if (extra > 1 || extra < -1) continue;
    // One slip leaves the first or the last kana; dakuten slips of both ends are left to short readings.
    if (last > 1 && reading[0] !== stretch[0] && reading[reading.length - 1] !== stretch[last]) continue;
    best = Math.min(best, SLIP_COST[kanaDifference(reading, stretch, length - Math.max(0, extra))]);
  }
  return best;
}

/** Two neighbouring kana swapped across the border of two characters; within one, `slipCost` finds it. */
function costOfSwap(name: Written, kana: string, start: Costs, end: Costs): number {
  const width = kana.length + 1;
  if (kana.length < 3) return NEVER;
  for (let i = 0; i + 1 < name.length; i++) {
    const [first, second] = [name.forms[i]?.all, name.forms[i + 1]?.all];
    if (!first || !second) continue;
    const [before, behind] = [longestOf(first), longestOf(second)];
    for (let at = 1; at < kana.length; at++) {
      const swapped = kana.slice(0, at - 1) + kana[at] + kana[at - 1] + kana.slice(at + 1);
      for (let from = Math.max(0, at - before); from < at; from++) {
        if (start[i * width + from]! > READS_WITHIN || !first.has(swapped.slice(from, at))) continue;
        for (let to = at + 1; to <= Math.min(kana.length, at + behind); to++) {
          if (end[(i + 2) * width + to]! > READS_WITHIN || !second.has(swapped.slice(at, to))) continue;
          return SLIP_COST['one-kana'] + start[i * width + from]! + end[(i + 2) * width + to]!;
        }
      }
    }
  }
  return NEVER;
}
