import type { Case, Ended } from '../audit/case.js';
import type { Bilingual } from '../text/bilingual.js';
import { withOriginals } from './originals.js';
import { serialReason } from './serials.js';

export type Circumstances = Pick<Case, 'kind' | 'ended' | 'registration' | 'candidates' | 'beside'> &
  Partial<Pick<Case, 'record' | 'linked' | 'facts' | 'originals'>>;

/** What a finding of a kind rests on that no comparison of A and B says. */
const OF_KIND: Readonly<Record<string, Bilingual>> = {
  'unknown-number': { ja: 'Aの{key}を持つ住民がいません', en: 'No resident has the {key} of A' },
  'invalid-number': {
    ja: 'Aの番号は検査用数字か桁数が合いません',
    en: 'The number of A has a wrong check digit or length',
  },
  'shared-record': {
    ja: '同じ記録が、ほかの住民にも紐付いています',
    en: 'The same record is linked to other residents, too',
  },
  'duplicate-link': {
    ja: 'Bには、有効な記録がほかにもあります',
    en: 'B has other active records, too',
  },
  'duplicate-resident': {
    ja: 'AとBは、別々の住民として登録されています',
    en: 'A and B are registered as two residents',
  },
};

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The first clause of a reason; undefined where the comparison says all. */
export function circumstanceOf({
  kind,
  ended,
  registration,
  candidates,
  facts,
  beside = [],
  originals,
}: Circumstances): Bilingual | undefined {
  // Each of the others is told of by itself, and the line is short.
  if (kind === 'duplicate-link' && beside.length > 0) return undefined;
  if (kind === 'stale-binding') return serialReason({ candidates, ...(facts ? { facts } : {}) });
  if (kind !== 'defunct-resident') return OF_KIND[kind] && withOriginals(OF_KIND[kind], originals);
  return endedAndRegistered(ended ?? { how: null, on: null }, registration?.day ?? null);
}

/** Whether the day of a registration lies before the birth that the record states, or else its resident. */
export function isBeforeBirth(item: Pick<Circumstances, 'registration' | 'record' | 'linked'>): boolean {
  return birthAfter(item) !== null;
}

/** Whose birth it is before. */
function birthAfter({
  registration,
  record,
  linked,
}: Pick<Circumstances, 'registration' | 'record' | 'linked'>): 'A' | 'B' | null {
  const day = registration?.day ?? null;
  const birth = record?.birthDate ?? linked?.birthDate ?? null;
  // Of a birth of which the year or the month alone is known, as much of the day.
  if (day === null || birth === null || !DAY.test(day) || day.slice(0, birth.length) >= birth) return null;
  return record?.birthDate ? 'A' : 'B';
}

/** Told without the birth, which a page may have to hide. */
export function beforeBirthOf(item: Circumstances): Bilingual | undefined {
  const whose = birthAfter(item);
  if (whose === null) return undefined;
  const day = item.registration!.day!;
  return {
    ja: `Aの登録日（${inJapanese(day)}）は${whose}の生年月日より前です`,
    en: `A was registered on ${day}, before the date of birth of ${whose}`,
  };
}

function endedAndRegistered(
  { how, on }: Ended | { readonly how: null; readonly on: null },
  registered: string | null,
): Bilingual {
  const [ja, en] =
    how === 'dead'
      ? ['死亡', 'died']
      : how === 'departed'
        ? ['転出', 'moved away']
        : ['死亡または転出', 'died or moved away'];
  if (on === null)
    return { ja: `Bは${ja}しています（異動日は不明）`, en: `B ${en}, on a day that is not known` };
  const fact = { ja: `Bは${inJapanese(on)}に${ja}`, en: `B ${en} on ${on}` };
  const days = daysBetween(on, registered);
  if (days === null) {
    return { ja: `${fact.ja}、Aの登録日は不明です`, en: `${fact.en}; when A was registered is not known` };
  }
  const n = Math.abs(days).toLocaleString('en');
  if (days === 0)
    return { ja: `${fact.ja}、Aの登録も同じ日です`, en: `${fact.en}; A was registered on that day` };
  return {
    ja: `${fact.ja}、Aの登録はその${n}日${days > 0 ? '後' : '前'}です`,
    en: `${fact.en}; A was registered ${n} ${n === '1' ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`,
  };
}

/** Days from the event to the registration, negative before it; null where one of the days is not known. */
export function daysBetween(on: string | null, registered: string | null): number | null {
  if (on === null || registered === null || !DAY.test(registered)) return null;
  return Math.round((Date.parse(registered) - Date.parse(on)) / DAY_MS);
}

/** 2023年3月6日 */
function inJapanese(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
