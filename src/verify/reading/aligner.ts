import { vowelOf } from '../../normalize/name/kana-rows.js';
import {
  charForms,
  type Form,
  type Forms,
  formsFrom,
  isHard,
} from '../../normalize/reading/reading-forms.js';
import { type Word, wordForms } from '../../normalize/reading/reading-words.js';

/** Cost of a kana that is read but not written between two kanji: イノウエ, イチガヤ, ミッカイチ. */
const UNWRITTEN = new Float64Array(0x10000);
for (const [kana, cost] of [
  ['ノ', 0.3],
  ['ガ', 0.5],
  ['ケ', 0.8],
  ['ツ', 0.8],
] as const) {
  UNWRITTEN[kana.charCodeAt(0)] = cost;
}

/** What a character without known readings costs, and how many kana it may stand for. */
const UNKNOWN_COST = 2;
const UNKNOWN_KANA = 4;

export const NEVER = Number.POSITIVE_INFINITY;

/** A name to be read: per character its forms (null where none are known) and the words that begin there. */
export interface Written {
  readonly length: number;
  readonly forms: readonly (Forms | null)[];
  readonly words: readonly (readonly Word[])[];
}

/** Costs at [i * (kana.length + 1) + j], i counting characters of the name and j kana. May be longer than that. */
export type Costs = Float64Array;

/** Takes a kanji key apart. */
export function writtenName(key: string): Written {
  const chars = [...key];
  const forms: (Forms | null)[] = [];
  const words: (readonly Word[])[] = [];
  for (let i = 0; i < chars.length; i++) {
    forms.push(charForms(chars[i]!));
    words.push(wordForms(chars, i));
  }
  return { length: chars.length, forms, words };
}

/** Two tables, used again for every pair: allocating them would take longer than filling them. */
let startTable: Costs = new Float64Array(512);
let endTable: Costs = new Float64Array(512);

/** Whether a form stands at a place; its first kana is known to. */
function fits(form: Form, kana: string, at: number): boolean {
  const text = form.kana;
  for (let n = 1; n < text.length; n++) if (text.charCodeAt(n) !== kana.charCodeAt(at + n)) return false;
  const { around } = form;
  if (around === '') return true;
  if (around === 'hard-next') return isHard(kana[at + text.length]);
  if (at === 0) return false;
  return around === 'n-before' ? kana[at - 1] === 'ン' : vowelOf(kana[at - 1]!) === around;
}

/** Lowers `costs` from `row` on wherever a form takes the kana from j on. */
function carry(
  forms: readonly Form[] | undefined,
  kana: string,
  j: number,
  cost: number,
  costs: Costs,
  row: number,
) {
  if (forms === undefined) return;
  for (const form of forms) {
    const place = row + j + form.kana.length;
    if (j + form.kana.length > kana.length) continue;
    if (cost + form.cost < costs[place]! && fits(form, kana, j)) costs[place] = cost + form.cost;
  }
}

/** Lowest cost of reading the first i characters as the first j kana. Valid until the next call. */
export function costsFromStart(name: Written, kana: string): Costs {
  const width = kana.length + 1;
  const size = (name.length + 1) * width;
  if (startTable.length < size) startTable = new Float64Array(size * 2);
  const costs = startTable.fill(NEVER, 0, size);
  costs[0] = 0;
  for (let i = 0; i < name.length; i++) {
    const place = i === 0 ? 'initial' : 'medial';
    const forms = name.forms[i];
    for (let j = 0; j < kana.length; j++) {
      const cost = costs[i * width + j]!;
      if (cost === NEVER) continue;
      const next = kana.charCodeAt(j);
      if (forms) carry(formsFrom(forms[place], next), kana, j, cost, costs, (i + 1) * width);
      else carryUnknown(kana.length, j, cost, costs, (i + 1) * width);
      for (const word of name.words[i]!) {
        carry(formsFrom(word.forms[place], next), kana, j, cost, costs, (i + word.length) * width);
      }
      const unwritten = i > 0 ? UNWRITTEN[next]! : 0;
      if (unwritten > 0 && cost + unwritten < costs[i * width + j + 1]!) {
        costs[i * width + j + 1] = cost + unwritten;
      }
    }
  }
  return costs;
}

function carryUnknown(length: number, j: number, cost: number, costs: Costs, row: number): void {
  for (let to = j + 1; to <= j + UNKNOWN_KANA && to <= length; to++) {
    if (cost + UNKNOWN_COST < costs[row + to]!) costs[row + to] = cost + UNKNOWN_COST;
  }
}

/** The lowest cost at which a form takes the kana from j on, what follows included. */
function onward(
  forms: readonly Form[] | undefined,
  kana: string,
  j: number,
  costs: Costs,
  row: number,
): number {
  let best = NEVER;
  if (forms === undefined) return best;
  for (const form of forms) {
    if (j + form.kana.length > kana.length) continue;
    const cost = form.cost + costs[row + j + form.kana.length]!;
    if (cost < best && fits(form, kana, j)) best = cost;
  }
  return best;
}

/** Lowest cost of reading the characters from i on as the kana from j on. Valid until the next call. */
export function costsToEnd(name: Written, kana: string): Costs {
  const width = kana.length + 1;
  const size = (name.length + 1) * width;
  if (endTable.length < size) endTable = new Float64Array(size * 2);
  const costs = endTable.fill(NEVER, 0, size);
  costs[size - 1] = 0;
  for (let i = name.length - 1; i >= 0; i--) {
    const place = i === 0 ? 'initial' : 'medial';
    const forms = name.forms[i];
    for (let j = kana.length - 1; j >= 0; j--) {
      const next = kana.charCodeAt(j);
      const row = (i + 1) * width;
      let best = forms
        ? onward(formsFrom(forms[place], next), kana, j, costs, row)
        : Math.min(...costs.subarray(row + j + 1, row + j + 1 + Math.min(UNKNOWN_KANA, kana.length - j))) +
          UNKNOWN_COST;
      for (const word of name.words[i]!) {
        best = Math.min(
          best,
          onward(formsFrom(word.forms[place], next), kana, j, costs, (i + word.length) * width),
        );
      }
      const unwritten = i > 0 ? UNWRITTEN[next]! : 0;
      if (unwritten > 0) best = Math.min(best, unwritten + costs[i * width + j + 1]!);
      costs[i * width + j] = best;
    }
  }
  return costs;
}
