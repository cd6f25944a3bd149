import { shownNames } from '../../audit/header-names.js';
import { OFTEN_EMPTY } from '../../audit/items.js';
import { ITEMS } from '../../audit/words.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { fill } from '../../text/bilingual.js';
import { table } from '../../text/table.js';
import type { ItemCount } from './item-counts.js';

/** What was counted as a small table: item, column, read, unreadable, empty, distinct. */
export function itemCountsText(counts: readonly ItemCount[], language: Language, limit?: number): string {
  const number = (value: number) => value.toLocaleString('en-US');
  return table(
    [
      HEADS.map((head) => head[language]),
      ...counts.map(({ item, columns, read, unreadable, empty, distinct }) => [
        item,
        shownNames(columns, ' + '),
        ...[read, unreadable, empty, distinct].map(number),
      ]),
    ],
    limit,
    2,
  );
}

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

/** What in the counts a person should know before a run: columns that are empty, or can hardly be read. */
export function countNotes(input: string, counts: readonly ItemCount[]): readonly Bilingual[] {
  return counts.flatMap(({ item, columns, rows, read, unreadable, empty }) => {
    const isEmpty = rows >= FEWEST && empty === rows && !OFTEN_EMPTY.includes(item);
    const isUnread = rows >= FEWEST && unreadable > MANY * (read + unreadable);
    if (!isEmpty && !isUnread) return [];
    const title = ITEMS[item];
    const column = shownNames(columns, ' + ');
    const say = (text: Bilingual, language: Language) =>
      fill(text, { input, item: title[language], column, rows, unreadable, filled: read + unreadable })[
        language
      ];
    const text = isEmpty ? EMPTY : UNREAD;
    return [{ ja: say(text, 'ja'), en: say(text, 'en') }];
  });
}

const EMPTY: Bilingual = {
  ja: '{input} の {item}（「{column}」）は、確かめた {rows} 行のすべてで空です。',
  en: '{input}: {item} ("{column}") is empty in all {rows} rows looked at.',
};
const UNREAD: Bilingual = {
  ja: '{input} の {item}（「{column}」）は、値のある {filled} 行のうち {unreadable} 行が読めません。',
  en: '{input}: {item} ("{column}") cannot be read in {unreadable} of {filled} filled rows.',
};
