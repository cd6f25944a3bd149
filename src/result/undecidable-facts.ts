import type { FactRow, FactText } from '../audit/case.js';
import type { FactItem } from '../audit/items.js';
import { type Everybody, type FactContext, factOf, withEnd } from './facts.js';
import { type OtherRecord, recordsText } from './other-records.js';
import type { PersonRow } from './people.js';
import type { Secrets } from './secrets.js';

/** What undecidable links are told from beside the tables. */
export interface UndecidableContext extends Pick<FactContext, 'tie' | 'statusTexts'> {
  /** The sources in the order of the pipeline file. */
  readonly sources: readonly string[];
  readonly titleOf: Parameters<typeof recordsText>[2];
  readonly asOf: string;
  readonly secrets: Secrets;
}

/** Items of the residents by which two who fit alike differ, and how a residence ended. */
const OF_RESIDENTS: readonly FactItem[] = ['status', 'moved_on', 'household_id', 'number_tail'];

/** How the record came in. */
const OF_RECORD: readonly FactItem[] = ['registered_at', 'channel'];

/**
 * What the page of a case would show beside the items compared, where it says something of an undecidable link: what differs between
 * the linked resident and a candidate, a residence that has ended, how the record came in, and what else the residents hold.
 */
export function undecidableFacts(
  { record, linked, candidates }: Omit<Everybody, 'beside'>,
  src: number,
  heldBy: (rid: number) => readonly OtherRecord[],
  context: UndecidableContext,
): readonly FactRow[] {
  const source = context.sources[src]!;
  const tie = context.tie(source);
  const residents = [...(linked ? [linked] : []), ...candidates];
  const says = context.statusTexts(source);
  const row = (
    item: FactItem,
    ofRecord: FactText | null,
    tell: (person: PersonRow) => FactText | null,
  ): FactRow => ({
    item,
    decides: true,
    record: ofRecord,
    beside: [],
    linked: linked && tell(linked),
    candidates: candidates.map(tell),
  });
  const hasEnded = residents.some(({ ended }) => ended !== undefined);
  const ofResidents = OF_RESIDENTS.flatMap((item) => {
    const texts = residents.map((person) => factOf(person, item, tie));
    const differ = new Set(texts).size > 1;
    const isOfEnd = item === 'status' || item === 'moved_on';
    // The number of nobody beside the record tells nothing.
    const isUnasked = item === 'number_tail' && record.tail === null;
    if (!texts.some(Boolean) || isUnasked || !(differ || (isOfEnd && hasEnded))) return [];
    const said = (side: keyof typeof says, text: string | null) =>
      text !== null && item === 'status' ? says[side](text) : text;
    const own = item === 'status' || item === 'number_tail' ? factOf(record, item, tie) : null;
    return [
      row(item, said('record', own), (person) =>
        withEnd(item, person, said('resident', factOf(person, item, tie))),
      ),
    ];
  });
  const ofRecord = OF_RECORD.flatMap((item) => {
    const text = factOf(record, item, tie);
    return text === null ? [] : [row(item, text, () => null)];
  });
  const records = residents.some(({ key }) => heldBy(key).length > 0)
    ? [
        row('records', null, ({ key }) =>
          recordsText(heldBy(key), src, context.titleOf, {
            isNumber: context.secrets.isNumber,
            asOf: context.asOf,
          }),
        ),
      ]
    : [];
  return [...ofResidents, ...ofRecord, ...records];
}
