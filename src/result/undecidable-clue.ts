import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS, tellsPlace } from '../verify/comparisons/index.js';
import type { Everybody } from './facts.js';
import { isBesideFamily, type OtherRecord, sameNameIn } from './other-records.js';

/** What the row of other records says of whose an undecidable record is, where it points to one; null where it does not. */
export function undecidableClue(
  { linked, candidates }: Pick<Everybody, 'linked' | 'candidates'>,
  codes: readonly number[],
  heldBy: (rid: number) => readonly OtherRecord[],
): Bilingual | null {
  if (linked === null) return null;
  return (
    ofFamily([linked, ...candidates].map(({ key }) => heldBy(key))) ??
    ofName(codes, heldBy(linked.key)) ??
    null
  );
}

const labelOf = (place: number) => (place === 0 ? 'B' : `C${place}`);

function ofFamily(held: readonly (readonly OtherRecord[])[]): Bilingual | undefined {
  const labels = held.flatMap((records, place) => (isBesideFamily(records) ? [labelOf(place)] : []));
  if (labels.length !== 1) return undefined;
  const [label] = labels;
  return {
    ja: `手がかり: すぐ前後の行に、${label}と同じ世帯の方の記録があります（他の記録）`,
    en: `A clue: records of the household of ${label} stand in the rows beside (other records)`,
  };
}

/** Where the name, the birth date or the sex differs, another office knows the linked resident by the name of the record. */
function ofName(codes: readonly number[], records: readonly OtherRecord[]): Bilingual | undefined {
  const isContradicted = COMPARISONS.some(
    ({ id, levels }, place) =>
      !tellsPlace(id) && id !== 'phone' && levels[codes[place]!]?.kind === 'different',
  );
  const same = isContradicted ? sameNameIn(records) : null;
  if (same === null) return undefined;
  return same === 'name'
    ? {
        ja: '手がかり: Bの他の記録に、氏名がAと同じものがあります',
        en: 'A clue: another record of B has the name of A',
      }
    : {
        ja: '手がかり: Bの他の記録に、カナがAと同じものがあります',
        en: 'A clue: another record of B has the kana of A',
      };
}
