import { foldName, hepburn } from '../audit/fold-name.js';
import type { CanonicalItem } from '../audit/items.js';
import { type Candidate, LIKELY, type Looked } from './candidate.js';
import type { InspectedColumn } from './inspection.js';

/** What was done last to a record: 更新日時, 最終更新端末, UPD_USER, KOSHIN_NICHIJI. */
const UPDATED = /更新|(^|_)(upd|update|updated|koshin)(_|$|(?=[a-z]))/;
/** Of the card or the right, and not of the record. */
const OF_VALIDITY = /更新(期限|期日|予定|後|前|可否|区分|回数|手数料)|(次回|資格|免許|証)更新/;
/** A moment that fewer records have than this is not that of the record. */
export const MOSTLY = 0.7;
/** As likely as to be asked after. */
const ASKED = 0.6;

const MADE: readonly (readonly [CanonicalItem, RegExp, (column: InspectedColumn) => boolean])[] = [
  [
    'registered_at',
    /日時|時刻|タイムスタンプ|(^|_)(at|on|dt|ts|ymd|date|datetime|time|timestamp|nichiji|bi)(_|$)/,
    ({ profile: { type, unix, filled } }) => (type === 'timestamp' || unix !== null) && filled > 0.98,
  ],
  [
    'terminal',
    /端末|terminal|tanmatsu|(^|_)(term|trm|ws|pc|host)(_|$)/,
    ({ profile: { type } }) => ['code', 'digits', 'text'].includes(type),
  ],
  [
    'operator',
    /者|職員|担当|ユーザー?|(^|_)(by|user|usr|operator|opr|staff|shokuin|tanto)(_|$)|sha(_|$)/,
    ({ profile: { type } }) => ['code', 'digits', 'text', 'person-name'].includes(type),
  ],
];

/** When, where and by whom a record was last touched, for a source that does not say, or of few records only, how it was registered. */
export function updatedColumns({ columns }: Looked, chosen: readonly Candidate[]): readonly Candidate[] {
  const isSparse = (name: string) => columns.some((one) => one.name === name && one.profile.filled < MOSTLY);
  const likely = chosen.filter(
    ({ item, columns: from, confidence }) =>
      confidence >= LIKELY && !(item === 'registered_at' && from.every(isSparse)),
  );
  const used = new Set(likely.flatMap(({ columns: from }) => from));
  const updated = columns.filter(({ name }) => {
    const folded = hepburn(foldName(name));
    return !used.has(name) && UPDATED.test(folded) && !OF_VALIDITY.test(folded);
  });
  return MADE.flatMap(([item, named, holds]) => {
    if (likely.some((one) => one.item === item)) return [];
    const found = updated.filter((column) => named.test(hepburn(foldName(column.name))) && holds(column));
    return found.length === 1 ? [{ item, columns: [found[0]!.name], confidence: ASKED }] : [];
  });
}
