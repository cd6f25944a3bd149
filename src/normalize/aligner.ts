import { kanaDifference } from './kana-difference.js';
import { vowelOf } from './kana-rows.js';
import { charForms, type Form, type Forms, isHard, sounded } from './reading-forms.js';
import { wordForms } from './reading-words.js';

/** Cost of a kana that is read but not written between two kanji: イノウエ, イチガヤ, ミッカイチ. */
const UNWRITTEN: Readonly<Record<string, number>> = { ノ: 0.3, ガ: 0.5, ケ: 0.8, ツ: 0.8 };

/** What a character without known readings costs, and how many kana it may stand for. */
const UNKNOWN_COST = 2;
const UNKNOWN_KANA = 4;

const NEVER = Number.POSITIVE_INFINITY;

/** A name to be read: its characters, and the forms of each (null where none are known). */
interface Written {
  readonly chars: readonly string[];
  readonly forms: readonly (Forms | null)[];
}

function written(key: string): Written {
  const chars = key.length === 1 ? [key] : [...key];
  return { chars, forms: chars.map(charForms) };
}

function fits(form: Form, kana: string, at: number): boolean {
  if (!kana.startsWith(form.kana, at)) return false;
  const { around } = form;
  if (around === '') return true;
  if (around === 'hard-next') return isHard(kana[at + form.kana.length]);
  if (at === 0) return false;
  return around === 'n-before' ? kana[at - 1] === 'ン' : vowelOf(kana[at - 1]!) === around;
}

/** A step from one place in the kana to another, over `chars` characters of the name. */
type Visit = (chars: number, to: number, cost: number) => void;

/** Calls `visit` for every way in which the characters from i on can take the kana from j on. */
function steps(name: Written, kana: string, i: number, j: number, visit: Visit): void {
  const next = kana[j]!;
  const place = i === 0 ? 'initial' : 'medial';
  const forms = name.forms[i];
  if (forms) {
    const group = forms[place].get(next);
    if (group) for (const form of group) if (fits(form, kana, j)) visit(1, j + form.kana.length, form.cost);
  } else {
    for (let to = j + 1; to <= j + UNKNOWN_KANA && to <= kana.length; to++) visit(1, to, UNKNOWN_COST);
  }
  for (const word of wordForms(name.chars, i)) {
    const group = word.forms[place].get(next);
    if (group)
      for (const form of group) if (fits(form, kana, j)) visit(word.length, j + form.kana.length, form.cost);
  }
  const unwritten = i > 0 ? UNWRITTEN[next] : undefined;
  if (unwritten !== undefined) visit(0, j + 1, unwritten);
}

/** Lowest cost of reading the first i characters as the first j kana, at [i][j]. */
type Table = readonly Float64Array[];

function emptyTable(name: Written, kana: string): Table {
  return Array.from({ length: name.chars.length + 1 }, () => new Float64Array(kana.length + 1).fill(NEVER));
}

function fromStart(name: Written, kana: string): Table {
  const table = emptyTable(name, kana);
  table[0]![0] = 0;
  for (let i = 0; i < name.chars.length; i++) {
    for (let j = 0; j < kana.length; j++) {
      const cost = table[i]![j]!;
      if (cost === NEVER) continue;
      steps(name, kana, i, j, (chars, to, more) => {
        const row = table[i + chars]!;
        if (cost + more < row[to]!) row[to] = cost + more;
      });
    }
  }
  return table;
}

/** Lowest cost of reading the characters from i on as the kana from j on, at [i][j]. */
function toEnd(name: Written, kana: string): Table {
  const table = emptyTable(name, kana);
  const last = name.chars.length;
  table[last]![kana.length] = 0;
  for (let i = last - 1; i >= 0; i--) {
    for (let j = kana.length - 1; j >= 0; j--) {
      let best = NEVER;
      steps(name, kana, i, j, (chars, to, more) => {
        best = Math.min(best, more + table[i + chars]![to]!);
      });
      table[i]![j] = best;
    }
  }
  return table;
}

/** What a slip adds to the cost of the rest. */
const SLIP_COST = { equal: 0, dakuten: 2, 'long-vowel': 2, 'one-kana': 3, different: NEVER } as const;

/** Lowest cost of reading the name with one slip in one of its characters or words. */
function slippedCost(name: Written, kana: string, start: Table): number {
  const end = toEnd(name, kana);
  let best = NEVER;
  for (let i = 0; i < name.chars.length; i++) {
    const forms = name.forms[i];
    const spans = wordForms(name.chars, i).map((word) => ({ length: word.length, all: word.forms.all }));
    if (forms) spans.push({ length: 1, all: forms.all });
    for (const { length, all } of spans) {
      for (let from = 0; from <= kana.length; from++) {
        const before = start[i]![from]!;
        if (before > READS_WITHIN) continue;
        for (let to = from; to <= kana.length; to++) {
          const around = before + end[i + length]![to]!;
          if (around + 2 >= best || around > READS_WITHIN) continue;
          best = Math.min(best, around + slipCost(all, kana.slice(from, to), kana.length));
        }
      }
    }
  }
  return best;
}

function slipCost(readings: ReadonlySet<string>, stretch: string, length: number): number {
  let best = NEVER;
  for (const reading of readings) {
    if (Math.abs(reading.length - stretch.length) > 1) continue;
    const whole = length - Math.max(0, stretch.length - reading.length);
    best = Math.min(best, SLIP_COST[kanaDifference(reading, stretch, whole)]);
  }
  return best;
}

/** Up to this cost a kana reads a name; it lets pass two or three of the usual sound changes. */
export const READS_WITHIN = 1.2;

/**
 * Cost of reading a kanji key as a strict kana key: 0 when every character has a listed reading, up to
 * `READS_WITHIN` with sound changes and unwritten の or が, above it with one slip or unknown characters, infinite
 * when it cannot be read so.
 */
export function readingCost(key: string, kana: string): number {
  const name = written(key);
  const sound = sounded(kana);
  const table = fromStart(name, sound);
  const cost = table[name.chars.length]![sound.length]!;
  return cost <= READS_WITHIN ? cost : Math.min(cost, slippedCost(name, sound, table));
}
