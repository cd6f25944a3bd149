import type { Marks } from '../audit/marks.js';
import { ITEMS, wordsFor } from '../audit/words.js';
import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS, tellsPlace } from '../verify/comparisons/index.js';

/** Residents named in one sentence at most. */
const MOST_NAMED = 3;

/**
 * What has changed behind a case since it was decided, in sentences; null where the decision came without marks (earlier
 * versions kept none). Marks under different keys tell of levels and candidates only. With `hideAddress` (a protected
 * person) nothing is said of addresses.
 */
export function changesBetween(
  before: Marks | undefined,
  now: Marks | undefined,
  hideAddress = false,
): Bilingual[] | null {
  if (!before || !now) return null;
  const shown = shownWith(hideAddress);
  const told = [
    ...(before.key === now.key ? SIDES.flatMap((side) => itemChanges(before, now, side, shown)) : []),
    ...levelChanges(before, now, shown),
    ...candidateChanges(before, now),
  ];
  if (told.length > 0) return told;
  return [hideAddress ? HIDDEN : before.key === '' && now.key === '' ? UNMARKED : UNSEEN];
}

/** The same where the record has been linked to another resident since: all else of that side has changed with it. */
export function relinkedChanges(
  from: string | null,
  to: string | null,
  before: Marks | undefined,
  now: Marks | undefined,
  hideAddress = false,
): Bilingual[] {
  const [ja, en] = [
    [from ?? '住民なし', to ?? '住民なし'],
    [from ?? 'nobody', to ?? 'nobody'],
  ];
  const relinked = {
    ja: `連結先が変わりました: ${ja!.join(' → ')}`,
    en: `linked to another resident: ${en!.join(' → ')}`,
  };
  if (!before || !now || before.key !== now.key) return [relinked];
  return [relinked, ...itemChanges(before, now, SIDES[0], shownWith(hideAddress))];
}

function shownWith(hideAddress: boolean): (item: string) => boolean {
  return (item) => !(hideAddress && tellsPlace(item));
}

function itemChanges(
  before: Marks,
  now: Marks,
  { id: side, title }: (typeof SIDES)[number],
  shown: (item: string) => boolean,
): Bilingual[] {
  const items = [...new Set([...Object.keys(before[side]), ...Object.keys(now[side])])];
  return items
    .filter((item) => before[side][item] !== now[side][item] && shown(item))
    .map((item) => {
      const { ja, en } = wordsFor(ITEMS, item);
      const how = now[side][item] === undefined ? GONE : before[side][item] === undefined ? FILLED : CHANGED;
      return {
        ja: `${ja}(${title.ja})${how.ja}`,
        en: `${en} (${title.en}) ${how.en}`,
      };
    });
}

function levelChanges(before: Marks, now: Marks, shown: (item: string) => boolean): Bilingual[] {
  return COMPARISONS.flatMap(({ id, title, levels }) => {
    const [from, to] = [before.levels[id], now.levels[id]].map(
      (level) => levels.find((l) => l.id === level)?.title,
    );
    if (!from || !to || from === to || !shown(id)) return [];
    return [
      {
        ja: `${title.ja}の比較が「${from.ja}」から「${to.ja}」に変わりました`,
        en: `comparison of ${title.en.toLowerCase()}: from "${from.en}" to "${to.en}"`,
      },
    ];
  });
}

function candidateChanges(before: Marks, now: Marks): Bilingual[] {
  const more = now.candidates.filter((id) => !before.candidates.includes(id));
  const fewer = before.candidates.filter((id) => !now.candidates.includes(id));
  return [
    ...(more.length > 0
      ? [{ ja: `候補が増えました: ${named(more, '、')}`, en: `new candidate: ${named(more, ', ')}` }]
      : []),
    ...(fewer.length > 0
      ? [
          {
            ja: `候補から外れました: ${named(fewer, '、')}`,
            en: `no longer a candidate: ${named(fewer, ', ')}`,
          },
        ]
      : []),
  ];
}

function named(ids: readonly string[], comma: string): string {
  const shown = ids.slice(0, MOST_NAMED).join(comma);
  return ids.length > MOST_NAMED ? `${shown}${comma}… (${ids.length})` : shown;
}

const SIDES = [
  { id: 'record', title: { ja: '記録の側', en: 'in the record' } },
  { id: 'resident', title: { ja: '住民票の側', en: 'in the resident register' } },
] as const;

const CHANGED: Bilingual = { ja: 'が変わりました', en: 'has changed' };
const FILLED: Bilingual = { ja: 'が登録されました', en: 'has been filled in' };
const GONE: Bilingual = { ja: 'が未登録になりました', en: 'is no longer there' };

/** Without a key these items carry no mark: what is left when no other item has changed. */
const UNMARKED: Bilingual = {
  ja: '生年月日・性別・状態のいずれかが変わりました',
  en: 'date of birth, sex or status has changed',
};
const HIDDEN: Bilingual = {
  ja: '表示しない項目が変わりました(支援措置)',
  en: 'an item that is not shown has changed (protected person)',
};
/** A byte may stay the same by chance. */
const UNSEEN: Bilingual = { ja: 'どの項目かは分かりません', en: 'it cannot be told which item' };
