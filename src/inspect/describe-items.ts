import { NAMES } from '../audit/item-name-table.js';
import { type CanonicalItem, DATE_ITEMS, LINK_ITEMS, REGISTER_ITEMS } from '../audit/items.js';
import { ITEMS } from '../audit/words.js';
import { ITEM_CONTENTS } from './item-contents.js';

/** Headers of an item that a table names. */
const MOST_HEADERS = 6;

/** The items of the register, or of a source, as docs/items.md has them (`npm run docs`). */
export function describeItems(of: 'register' | 'link'): string {
  const items: readonly CanonicalItem[] = of === 'register' ? REGISTER_ITEMS : LINK_ITEMS;
  return [
    '| item | 日本語 | 列に入るもの | what its column holds | headers known, among others |',
    '| --- | --- | --- | --- | --- |',
    ...items.map((item) => {
      const { ja, en } = ITEM_CONTENTS[item];
      const format = DATE_ITEMS.includes(item) ? ' (`format`)' : item === 'status' ? ' (`codes`)' : '';
      return `| \`${item}\`${format} | ${ITEMS[item].ja} | ${ja} | ${en} | ${headersOf(item)} |`;
    }),
  ].join('\n');
}

/** Headers from each of the sources in turn, so that no vendor's fill the table. */
function headersOf(item: CanonicalItem): string {
  const lists = Object.values(NAMES).map((names) => names[item]?.split(/\s+/) ?? []);
  const turns = Array.from({ length: MOST_HEADERS }, (_, turn) => lists.flatMap((list) => list[turn] ?? []));
  return [...new Set(turns.flat())].slice(0, MOST_HEADERS).join(', ');
}
