import { readFileSync } from 'node:fs';
import { kanaKey } from '../name/kana.js';
import { kanjiKey } from '../name/kanji.js';

/** Readings of one kanji as strict kana keys. Kun readings are [stem, okurigana], the latter '' where there is none. */
export interface KanjiReadings {
  readonly on: readonly string[];
  readonly kun: readonly (readonly [stem: string, okurigana: string])[];
  readonly names: readonly string[];
  /** Of these, the ones that no name begins with: 日 is カ in 五日市 only. */
  readonly notFirst: readonly string[];
}

const NONE: KanjiReadings = { on: [], kun: [], names: [], notFirst: [] };

const lines = new Map<string, string>();
for (const line of read('../data/kanji-readings.tsv')) lines.set(line.slice(0, line.indexOf('\t')), line);

/** Name readings that the dictionary lacks, by kanji: data/name-readings.tsv. */
const added = new Map<string, readonly string[]>();
/** Readings that the dictionary lists and that no name is taken to have: marked with a minus in the same file. */
const struck = new Map<string, readonly string[]>();
/** Readings that stand inside names alone: marked with a minus and a caret. */
const notFirst = new Map<string, readonly string[]>();
/** Words of several kanji with readings that no single kanji accounts for: 五十嵐, 小鳥遊. */
const words = new Map<string, readonly string[]>();
for (const line of read('../data/name-readings.tsv')) {
  const [kanji, kana] = line.split('\t') as [string, string];
  const key = kanjiKey(kanji);
  const all = kana.split(',');
  const wanted = all.filter((reading) => !reading.startsWith('-')).map(kanaKey);
  const map = [...key].length === 1 ? added : words;
  map.set(key, [...(map.get(key) ?? []), ...wanted]);
  struck.set(key, marked(all, /^-(?!\^)/u));
  notFirst.set(key, marked(all, /^-\^/u));
}

/** The readings that begin with a mark, without it. */
function marked(readings: readonly string[], mark: RegExp): readonly string[] {
  return readings
    .filter((reading) => mark.test(reading))
    .map((reading) => kanaKey(reading.replace(mark, '')));
}

function read(path: string): string[] {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** The readings of a kanji in the form that `kanjiKey` gives; empty lists where none are known. */
export function readingsOf(kanji: string): KanjiReadings {
  const line = lines.get(kanji);
  const more = added.get(kanji) ?? [];
  const unwanted = struck.get(kanji) ?? [];
  if (line === undefined) return more.length === 0 ? NONE : { ...NONE, names: more };
  const [, on, kun, names] = line.split('\t').map((cell) => (cell === '' ? [] : cell.split(',')));
  return {
    on: on!.map(kanaKey),
    kun: kun!
      .map((reading) => {
        const [stem, okurigana = ''] = reading.split('.');
        return [kanaKey(stem!), kanaKey(okurigana)] as const;
      })
      .filter(([stem, okurigana]) => !unwanted.includes(stem + okurigana)),
    names: [...names!.map(kanaKey).filter((reading) => !unwanted.includes(reading)), ...more],
    notFirst: notFirst.get(kanji) ?? [],
  };
}

/** Readings of whole words by the kanji they begin with, for words of two kanji or more. */
export function wordReadings(): ReadonlyMap<string, readonly string[]> {
  return words;
}
