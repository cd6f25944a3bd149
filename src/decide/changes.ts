import type { Change } from '../audit/case.js';
import type { Marks } from '../audit/marks.js';
import { ITEMS, wordsFor } from '../audit/words.js';
import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS } from '../verify/comparisons/index.js';

/** Residents named in one sentence at most. */
const MOST_NAMED = 3;

/**
 * What has changed behind a case since it was decided, in sentences; null where the decision came without marks (earlier
 * versions kept none). Marks under different keys tell of levels and candidates only. What may be shown of it `redact.ts` says.
 */
export function changesBetween(before: Marks | undefined, now: Marks | undefined): Change[] | null {
  if (!before || !now) return null;
  const told = [
    ...(before.key === now.key ? SIDES.flatMap((side) => itemChanges(before, now, side)) : []),
    ...levelChanges(before, now),
    ...candidateChanges(before, now),
  ];
  if (told.length > 0) return told;
  return [before.key === '' && now.key === '' ? UNMARKED : UNSEEN];
}

/** The same where the record has been linked to another resident since: all else of that side has changed with it. */
export function relinkedChanges(
  from: string | null,
  to: string | null,
  before: Marks | undefined,
  now: Marks | undefined,
): Change[] {
  const [ja, en] = [
    [from ?? '住民なし', to ?? '住民なし'],
    [from ?? 'nobody', to ?? 'nobody'],
  ];
  const relinked = {
    about: 'resident_id',
    ja: `連結先が変わりました: ${ja!.join(' → ')}`,
    en: `linked to another resident: ${en!.join(' → ')}`,
  };
  if (!before || !now || before.key !== now.key) return [relinked];
  return [relinked, ...itemChanges(before, now, SIDES[0])];
}

function itemChanges(before: Marks, now: Marks, { id: side, title }: (typeof SIDES)[number]): Change[] {
  const items = [...new Set([...Object.keys(before[side]), ...Object.keys(now[side])])];
  return items
    .filter((item) => before[side][item] !== now[side][item])
    .map((item) => {
      const { ja, en } = wordsFor(ITEMS, item);
      const how = now[side][item] === undefined ? GONE : before[side][item] === undefined ? FILLED : CHANGED;
      return {
        about: item,
        ja: `${ja}（${title.ja}）${how.ja}`,
        en: `${en} (${title.en}) ${how.en}`,
      };
    });
}

function levelChanges(before: Marks, now: Marks): Change[] {
  return COMPARISONS.flatMap(({ id, title, levels }) => {
    const [from, to] = [before.levels[id], now.levels[id]].map(
      (level) => levels.find((l) => l.id === level)?.title,
    );
    if (!from || !to || from === to) return [];
    return [
      {
        about: id,
        ja: `${title.ja}の比較が「${from.ja}」から「${to.ja}」に変わりました`,
        en: `comparison of ${title.en.toLowerCase()}: from "${from.en}" to "${to.en}"`,
      },
    ];
  });
}

function candidateChanges(before: Marks, now: Marks): Change[] {
  const more = now.candidates.filter((id) => !before.candidates.includes(id));
  const fewer = before.candidates.filter((id) => !now.candidates.includes(id));
  return [
    ...(more.length > 0
      ? [
          {
            ...CANDIDATES,
            ja: `候補が増えました: ${named(more, '、')}`,
            en: `new candidate: ${named(more, ', ')}`,
          },
        ]
      : []),
    ...(fewer.length > 0
      ? [
          {
            ...CANDIDATES,
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

const CANDIDATES = { about: 'candidates' } as const;

const CHANGED: Bilingual = { ja: 'が変わりました', en: 'has changed' };
const FILLED: Bilingual = { ja: 'が登録されました', en: 'has been filled in' };
const GONE: Bilingual = { ja: 'が未登録になりました', en: 'is no longer there' };

/** Without a key these items carry no mark: what is left when no other item has changed. */
const UNMARKED: Change = {
  about: null,
  ja: '生年月日・性別・状態のいずれかが変わりました',
  en: 'date of birth, sex or status has changed',
};
/** A byte may stay the same by chance. */
const UNSEEN: Change = { about: null, ja: 'どの項目かは分かりません', en: 'it cannot be told which item' };
