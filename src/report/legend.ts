import { DECISIONS, GRADES, REVIEW_STATES, SEVERITIES } from '../audit/words.js';
import { CHOICES, KINDS } from '../findings/titles.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import type { SmallSheet } from './workbook.js';

const WORDS = {
  sheet: { ja: '凡例', en: 'Legend' },
  kind: { ja: '種類', en: 'kind' },
  meaning: { ja: '意味', en: 'meaning' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What is said of the columns that need it. */
const MEANINGS: readonly (readonly [title: Bilingual, text: Bilingual])[] = [
  [
    { ja: '判断（番号）', en: 'decision (number)' },
    {
      ja: '「選べる判断」の番号。3 は直すところがない、4 はまだ決めない、5 はデータの不備',
      en: 'The number under "decisions to choose from": 3 nothing to put right, 4 waits, 5 faulty data',
    },
  ],
  [
    { ja: '誤りの確率', en: 'probability wrong' },
    { ja: 'この紐付けが誤りである確率（0〜1）', en: 'How likely the link is wrong (0 to 1)' },
  ],
  [
    { ja: '種類ごとの根拠', en: 'what the kind rests on' },
    {
      ja: 'A 点検する記録、A2 同じ住民のほかの記録、B 今の紐付け先、C1〜C3 候補',
      en: 'A the record, A2 another record of the resident, B the linked resident, C1 to C3 candidates',
    },
  ],
];

/** What the keys say of each kind, and what the words of the columns mean. */
export function legend(language: Language): SmallSheet {
  const told = (words: Bilingual) => words[language];
  const kinds = Object.entries(CHOICES).map(([kind, choices]) => [
    told(KINDS[kind]!),
    ...choices.map((code) => (code === null ? '' : told(DECISIONS[code]))),
  ]);
  const list = (title: Bilingual, words: readonly Bilingual[]) => [told(title), words.map(told).join(' ・ ')];
  return {
    name: told(WORDS.sheet),
    titles: [told(WORDS.kind), '1', '2', '3', '4', '5'],
    rows: [
      ...kinds,
      [''],
      ...MEANINGS.map(([title, text]) => [told(title), told(text)]),
      list({ ja: '判定', en: 'grade' }, Object.values(GRADES)),
      list({ ja: '重大度', en: 'severity' }, Object.values(SEVERITIES)),
      list({ ja: '点検状況', en: 'review' }, Object.values(REVIEW_STATES)),
    ],
  };
}
