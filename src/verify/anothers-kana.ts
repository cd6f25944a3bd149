import { compareKana, compareWritten } from './compare-part.js';
import { kanjiHeardAbroad } from './heard-abroad.js';
import type { NamePart, PersonName } from './person-name.js';
import type { Readings } from './reading/reading.js';

const OTHER = { family: 'given', given: 'family' } as const;

/**
 * Whether a record names its resident in kanji and somebody else in kana: in both parts its kana is far from the resident's and no
 * reading of the kanji, in whichever order they stand, while the resident's own is one. The account of 橋本 純 that is held by ｷﾑﾗ ｻﾌﾞﾛｳ is a relative's, and kana
 * sorted apart from its rows is anybody's; a reading that is merely uncommon or mistyped is so in one part.
 */
export function isAnothersKana(record: PersonName, resident: PersonName, readings: Readings): boolean {
  // Nearly is not enough: a reading that was seen once was seen here.
  const isRead = ({ written, kana }: NamePart) => readings.reads(written, kana).verdict === 'reads';
  const isHeard = (each: NamePart) => isRead(each) || kanjiHeardAbroad(each.written, each.kana);
  // ヨンソン イム on 林 容成: a foreigner's kana have the family name last.
  const isTurned = (['family', 'given'] as const).every((part) => {
    const [own, other] = [{ ...record[part], kana: record[OTHER[part]].kana }, resident[part]];
    return compareKana(own.kana, other.kana) === 'same' || isHeard(own);
  });
  if (isTurned) return false;
  return (['family', 'given'] as const).every((part) => {
    const [own, other] = [record[part], resident[part]];
    const written = compareWritten(own, other);
    return (
      (written === 'same' || written === 'variant') &&
      compareKana(own.kana, other.kana) === 'different' &&
      !isHeard(own) &&
      isRead(other)
    );
  });
}
