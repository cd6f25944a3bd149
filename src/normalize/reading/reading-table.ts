import { readFileSync } from 'node:fs';
import { kanaKey } from '../name/kana.js';
import { kanjiKey } from '../name/kanji.js';
import { once } from '../once.js';

/** Readings of one kanji as strict kana keys. Kun readings are [stem, okurigana], the latter '' where there is none. */
export interface KanjiReadings {
  readonly on: readonly string[];
  readonly kun: readonly (readonly [stem: string, okurigana: string])[];
  readonly names: readonly string[];
  /** Of these, the ones that no name begins with: 日 is カ in 五日市 only. */
  readonly notFirst: readonly string[];
}

const NONE: KanjiReadings = { on: [], kun: [], names: [], notFirst: [] };

/** The lines of the dictionary by their kanji. */
const dictionary = once(
  () => new Map(read('../data/kanji-readings.tsv').map((line) => [line.slice(0, line.indexOf('\t')), line])),
);

/** What data/name-readings.tsv says of names. */
interface NameReadings {
  /** Readings that the dictionary lacks, by kanji. */
  readonly added: Map<string, readonly string[]>;
  /** Readings that the dictionary lists and that no name is taken to have: marked with a minus. */
  readonly struck: Map<string, readonly string[]>;
  /** Readings that stand inside names alone: marked with a minus and a caret. */
  readonly notFirst: Map<string, readonly string[]>;
  /** Words of several kanji with readings that no single kanji accounts for: 五十嵐, 小鳥遊. */
  readonly words: Map<string, readonly string[]>;
}

const nameReadings = once((): NameReadings => {
  const found: NameReadings = { added: new Map(), struck: new Map(), notFirst: new Map(), words: new Map() };
  for (const line of read('../data/name-readings.tsv')) {
    const [kanji, kana] = line.split('\t') as [string, string];
    const key = kanjiKey(kanji);
    const all = kana.split(',');
    const wanted = all.filter((reading) => !reading.startsWith('-')).map(kanaKey);
    const map = [...key].length === 1 ? found.added : found.words;
    map.set(key, [...(map.get(key) ?? []), ...wanted]);
    found.struck.set(key, marked(all, /^-(?!\^)/u));
    found.notFirst.set(key, marked(all, /^-\^/u));
  }
  return found;
});

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
  const line = dictionary().get(kanji);
  const { added, struck, notFirst } = nameReadings();
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
  return nameReadings().words;
}
