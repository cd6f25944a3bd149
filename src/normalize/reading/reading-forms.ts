import { kanaKey } from '../name/kana.js';
import { vowelOf, withConsonant, withVowel } from '../name/kana-rows.js';
import { withMark } from '../name/kana-table.js';
import { type KanjiReadings, readingsOf } from './reading-table.js';

/** What must stand around a form: nothing, a hard kana after it, a given vowel before it, ン before it. */
export type Around = '' | 'hard-next' | 'n-before' | 'ア' | 'イ' | 'ウ' | 'エ' | 'オ';

/** One way in which a kanji sounds inside a name, and what taking it costs: 0 plain, the more the rarer. */
export interface Form {
  readonly kana: string;
  readonly cost: number;
  readonly around: Around;
}

/** Forms by their first kana: its code less that of the first katakana. An array, since it is read for every kana. */
export type FormTable = readonly (readonly Form[] | undefined)[];

const FIRST_KANA = 0x30a0;

/** The forms that begin with a kana, given by its UTF-16 code. */
export function formsFrom(table: FormTable, code: number): readonly Form[] | undefined {
  return code < FIRST_KANA ? undefined : table[code - FIRST_KANA];
}

/** Forms at the start of a name and inside it. */
export interface Forms {
  readonly initial: FormTable;
  readonly medial: FormTable;
  /** All plain and derived readings, for comparing a stretch of kana with one slip. */
  readonly all: ReadonlySet<string>;
}

/** What the sound changes of names cost; a name reads when the sum stays within `READS_WITHIN`. */
const COST = {
  inflected: 0.2,
  vowel: 0.3,
  rendaku: 0.1,
  softened: 0.4,
  doubled: 0.3,
  nasal: 0.6,
  elided: 0.5,
  liaison: 0.4,
  shortened: 1.5,
} as const;

/**
 * Listed name readings that are an on reading without its long vowel (郎 ロ; 陽 ヨ at the start): ヨコ is a slip for
 * ヨウコ more often than a name, so they come near only. ユ and オ (優香 ユカ, 美桜 ミオ) are names in their own right.
 */
const SHORTENED = /[コゴソゾロ]$/;
const SHORTENED_AT_START = /[コゴソゾロヨ]$/;

const HARD = 'カキクケコサシスセソタチツテトパピプペポハヒフヘホ';
const VOICED = /[ガ-ヂヅデドバ-ポ]/u;

type Costs = Map<string, number>;

function add(costs: Costs, kana: string | undefined, cost: number): void {
  if (kana !== undefined && kana !== '' && (costs.get(kana) ?? Number.POSITIVE_INFINITY) > cost)
    costs.set(kana, cost);
}

/** Sound as it is compared: ヂ and ヅ as ジ and ズ. */
export function sounded(kana: string): string {
  return kana.includes('ヂ') || kana.includes('ヅ') ? kana.replace(/ヂ/g, 'ジ').replace(/ヅ/g, 'ズ') : kana;
}

/** Every reading of a kanji on its own: listed ones, stems, and the forms of verbs and adjectives that names use. */
function readings({ on, kun, names }: KanjiReadings, shortened: RegExp): Costs {
  const costs: Costs = new Map();
  for (const reading of on) add(costs, reading, 0);
  for (const reading of names) {
    add(costs, reading, shortened.test(reading) && on.includes(`${reading}ウ`) ? COST.shortened : 0);
  }
  for (const [stem, okurigana] of kun) {
    add(costs, stem, 0);
    if (okurigana === '') addApophony(costs, stem);
    else addInflected(costs, stem, okurigana);
  }
  return costs;
}

/** 酒 サケ is サカ in 酒井, 白 シロ is シラ in 白石. */
function addApophony(costs: Costs, noun: string): void {
  const last = noun.slice(-1);
  if (vowelOf(last) === 'エ' || noun === 'シロ') {
    const open = withVowel(last, 'ア');
    if (open) add(costs, noun.slice(0, -1) + open, COST.vowel);
  }
}

/** 勤める ツトム, 実る ミノリ, 清い キヨシ, 薫る カオル. */
function addInflected(costs: Costs, stem: string, okurigana: string): void {
  add(costs, stem + okurigana, 0);
  const last = okurigana.slice(-1);
  const body = stem + okurigana.slice(0, -1);
  if (last === 'イ') {
    add(costs, body, COST.inflected);
    add(costs, body.endsWith('シ') ? body : `${body}シ`, COST.inflected);
  }
  if (vowelOf(last) !== 'ウ') return;
  for (const vowel of ['イ', 'エ', 'ア']) {
    const turned = withVowel(last, vowel);
    if (turned && vowel !== 'ア') add(costs, body + turned, COST.inflected);
  }
  const before = body.slice(-1);
  if (last === 'ル' && 'イエ'.includes(vowelOf(before)) && vowelOf(before) !== '') {
    add(costs, body, COST.inflected);
    const closed = withVowel(before, 'ウ');
    // 勤 is ツトム; but 出 of 出る was never ズ in a name.
    if (closed && body.length > 1) add(costs, body.slice(0, -1) + closed, COST.inflected);
  }
}

/** Adds what a reading becomes before a hard sound (キツ in 吉川 キッカワ) and before another syllable (カン in 神田). */
function withEndings(costs: Costs): Form[] {
  const forms: Form[] = [];
  for (const [kana, cost] of costs) {
    forms.push({ kana, cost, around: '' });
    const last = kana.slice(-1);
    const body = kana.slice(0, -1);
    if (body === '') continue;
    if ('チツクキリル'.includes(last)) {
      forms.push({ kana: `${body}ツ`, cost: cost + COST.doubled, around: 'hard-next' });
    }
    if ('ミリニノムメルビヌネ'.includes(last))
      forms.push({ kana: `${body}ン`, cost: cost + COST.nasal, around: '' });
  }
  return forms;
}

/** Adds what a form becomes after another one: rendaku, ハ as ワ, a vowel run into the one before, ン + ア as ナ. */
function medialForms({ kana, cost, around }: Form): Form[] {
  const first = kana[0]!;
  const rest = kana.slice(1);
  const forms: Form[] = [{ kana, cost, around }];
  const voiced = withMark(first, '\u3099');
  if (voiced && first !== 'ウ' && first !== 'ワ') {
    // Lyman's law: no rendaku where a voiced consonant follows.
    const extra = VOICED.test(rest) ? 0.8 : COST.rendaku;
    forms.push({ kana: sounded(voiced + rest), cost: cost + extra, around });
  }
  const half = withMark(first, '\u309a');
  if (half) forms.push({ kana: half + rest, cost: cost + COST.rendaku, around });
  if (around !== '') return forms;
  const soft = 'ハヒヘホ'.includes(first) ? withConsonant(first, first === 'ハ' ? 'ワ' : 'ア') : undefined;
  if (soft) forms.push({ kana: soft + rest, cost: cost + COST.softened, around });
  if (first === 'ハ' && rest !== '')
    forms.push({ kana: rest, cost: cost + COST.softened + 0.2, around: 'ア' });
  const vowel = vowelOf(first);
  if (vowel === first) {
    const liaison = withConsonant(first, 'ナ');
    forms.push({ kana: liaison + rest, cost: cost + COST.liaison, around: 'n-before' });
    if (rest !== '') forms.push({ kana: rest, cost: cost + COST.elided, around: vowel as Around });
    if (rest !== '' && first === 'ウ') forms.push({ kana: rest, cost: cost + COST.elided, around: 'オ' });
  }
  return forms;
}

function byFirstKana(forms: readonly Form[]): FormTable {
  const cheapest = new Map<string, Form>();
  for (const form of forms) {
    const key = form.kana + form.around;
    const known = cheapest.get(key);
    if (!known || known.cost > form.cost) cheapest.set(key, form);
  }
  const table: (Form[] | undefined)[] = Array.from({ length: 0x60 }, () => undefined);
  for (const form of cheapest.values()) {
    const at = form.kana.charCodeAt(0) - FIRST_KANA;
    if (at < 0 || at >= table.length) continue;
    const group = table[at];
    if (group) group.push(form);
    else table[at] = [form];
  }
  return table;
}

/** The forms of readings that are given, with every sound change that names know; `start` holds those of the start. */
export function formsOf(costs: Costs, start: Costs = costs): Forms {
  const medial = withEndings(heard(costs)).flatMap(medialForms);
  return {
    initial: byFirstKana(withEndings(heard(start))),
    medial: byFirstKana(medial),
    all: new Set([
      ...heard(costs).keys(),
      ...medial.filter((form) => form.around === '').map((form) => form.kana),
    ]),
  };
}

function heard(costs: Costs): Costs {
  const sound: Costs = new Map();
  for (const [kana, cost] of costs) add(sound, sounded(kana), cost);
  return sound;
}

const KANA = /^[ア-ヴー]$/u;
const compiled = new Map<string, Forms | null>();

/** Kana that names write and read otherwise. */
const WRITTEN_KANA: Readonly<Record<string, readonly string[]>> = {
  ケ: ['ケ', 'ガ', 'カ', 'コ'],
  ハ: ['ハ', 'ワ'],
  ヘ: ['ヘ', 'エ'],
  ノ: ['ノ', 'ン'],
};

/** The forms of one character of a name; null for one without known readings (unknown characters among them). */
export function charForms(char: string): Forms | null {
  let forms = compiled.get(char);
  if (forms === undefined) {
    forms = compile(char);
    compiled.set(char, forms);
  }
  return forms;
}

function compile(char: string): Forms | null {
  const kana = kanaKey(char);
  if (KANA.test(kana)) return kanaForms(kana);
  const listed = readingsOf(char);
  const costs = readings(listed, SHORTENED);
  if (costs.size === 0) return null;
  const start = readings(listed, SHORTENED_AT_START);
  for (const reading of listed.notFirst) start.delete(reading);
  return formsOf(costs, start);
}

/** A kana reads itself, or as a small one, or with rendaku. */
function kanaForms(kana: string): Forms {
  const costs = new Map(
    (WRITTEN_KANA[kana] ?? [kana]).map((reading, i) => [reading, i === 0 ? 0 : 0.2] as const),
  );
  if (kana === 'ー') for (const vowel of 'アイウエオ') costs.set(vowel, 0.2);
  return formsOf(costs);
}

/** True for a kana before which a reading may double: キッカワ. */
export function isHard(kana: string | undefined): boolean {
  return kana !== undefined && HARD.includes(kana);
}
