import { shownNames } from '../../audit/header-names.js';
import { type CanonicalItem, OFTEN_EMPTY } from '../../audit/items.js';
import { ITEMS } from '../../audit/words.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { fill } from '../../text/bilingual.js';
import { table } from '../../text/table.js';
import type { Counts, ItemCount } from './item-counts.js';

/**
 * What was counted as a small table: item, column, read, unreadable, empty, distinct; of the first rows, and (behind a plus) of
 * those drawn from the rest.
 */
export function itemCountsText(counts: readonly ItemCount[], language: Language, limit?: number): string {
  const number = (value: number) => value.toLocaleString('en-US');
  const both = (count: ItemCount, key: keyof Counts) =>
    number(count[key]) + (count.later === null ? '' : `+${number(count.later[key])}`);
  return table(
    [
      HEADS.map((head) => head[language]),
      ...counts.map((count) => [
        count.item,
        shownNames(count.columns, ' + '),
        ...KEYS.map((key) => both(count, key)),
      ]),
    ],
    limit,
    2,
  );
}

const KEYS = ['read', 'unreadable', 'empty', 'distinct'] as const;

const HEADS: readonly Bilingual[] = [
  { ja: '項目', en: 'Item' },
  { ja: '列', en: 'Column' },
  { ja: '読めた', en: 'Read' },
  { ja: '読めない', en: 'Unreadable' },
  { ja: '空', en: 'Empty' },
  { ja: '異なり', en: 'Distinct' },
];

/** Fewer rows prove nothing of a column. */
const FEWEST = 20;
/** Share of unreadable values that is worth a word before a run. */
const MANY = 0.1;

/** What in the counts a person should know before a run: columns that are empty, or can hardly be read, from the start or further down. */
export function countNotes(input: string, counts: readonly ItemCount[]): readonly Bilingual[] {
  return counts.flatMap((count) => {
    const { item, columns, later } = count;
    const first = troubleOf(item, count);
    const text = first ? TEXTS[first] : later && LATER[troubleOf(item, later) ?? 'none'];
    if (!text) return [];
    const { rows, read, unreadable } = first || !later ? count : later;
    const say = (language: Language) =>
      fill(text, {
        input,
        item: ITEMS[item][language],
        column: shownNames(columns, ' + '),
        rows,
        unreadable,
        filled: read + unreadable,
      })[language];
    return [{ ja: say('ja'), en: say('en') }];
  });
}

function troubleOf(
  item: CanonicalItem,
  { rows, read, unreadable, empty }: Counts,
): 'empty' | 'unread' | 'unknown' | null {
  // One unmapped code of the dead among thousands of the living.
  if (item === 'status' && unreadable > 0) return 'unknown';
  if (rows < FEWEST) return null;
  if (empty === rows) return OFTEN_EMPTY.includes(item) ? null : 'empty';
  return unreadable > MANY * (read + unreadable) ? 'unread' : null;
}

const TEXTS: Readonly<Record<'empty' | 'unread' | 'unknown', Bilingual>> = {
  empty: {
    ja: '{input} の {item}（「{column}」）は、確かめた {rows} 行のすべてで空です。',
    en: '{input}: {item} ("{column}") is empty in all {rows} rows looked at.',
  },
  unread: {
    ja: '{input} の {item}（「{column}」）は、値のある {filled} 行のうち {unreadable} 行が読めません。',
    en: '{input}: {item} ("{column}") cannot be read in {unreadable} of {filled} filled rows.',
  },
  unknown: {
    ja: '{input} の {item}（「{column}」）は、値のある {filled} 行のうち {unreadable} 行の意味が分からず、現存・有効として扱います。コードなら status の codes に意味を書いてください。',
    en: '{input}: {item} ("{column}") is of unknown meaning in {unreadable} of {filled} filled rows, which count as living, or in force. If these are codes, say what they mean under codes of status.',
  },
};

const LATER: Readonly<Record<'empty' | 'unread' | 'unknown' | 'none', Bilingual | null>> = {
  empty: {
    ja: '{input} の {item}（「{column}」）は、先頭より後から抜き出した {rows} 行のすべてで空です。',
    en: '{input}: {item} ("{column}") is empty in all {rows} rows drawn from further down.',
  },
  unread: {
    ja: '{input} の {item}（「{column}」）は、先頭より後から抜き出した、値のある {filled} 行のうち {unreadable} 行が読めません。',
    en: '{input}: {item} ("{column}") cannot be read in {unreadable} of {filled} filled rows drawn from further down.',
  },
  unknown: {
    ja: '{input} の {item}（「{column}」）は、先頭より後から抜き出した、値のある {filled} 行のうち {unreadable} 行の意味が分からず、現存・有効として扱います。コードなら status の codes に意味を書いてください。',
    en: '{input}: {item} ("{column}") is of unknown meaning in {unreadable} of {filled} filled rows drawn from further down, which count as living, or in force. If these are codes, say what they mean under codes of status.',
  },
  none: null,
};
