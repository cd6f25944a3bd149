import type { Case, FactRow, FactText } from '../audit/case.js';
import type { FactItem } from '../audit/items.js';
import type { Bilingual } from '../text/bilingual.js';
import { isNone } from './other-records.js';

/** By which an office tells two people who share all that a page shows. */
const RULE: Bilingual = {
  ja: '本籍・筆頭者（外国人は在留カードの番号）も同じなら1、違えば3です。',
  en: 'Same family register (foreigners: residence card number) 1, another 3.',
};

/** Of two rows of the register: what tells most of all that stands beside the items compared, and by what it is settled. */
export function rowsAdvice({ facts = [] }: Partial<Pick<Case, 'facts'>>): Bilingual {
  const both = (item: FactItem) => pairOf(facts, item);
  const clue = ended(both('status')) ?? inUse(both('records')) ?? household(both('household_id'));
  return clue ? { ja: clue.ja + RULE.ja, en: `${clue.en} ${RULE.en}` } : RULE;
}

/** What both rows state; null where one does not. */
function pairOf(facts: readonly FactRow[], item: FactItem): readonly [FactText, FactText] | null {
  const { record = null, linked = null } = facts.find((row) => row.item === item) ?? {};
  return record === null || linked === null ? null : [record, linked];
}

const textOf = (text: FactText) => (typeof text === 'string' ? text : text.ja);

type Pair = ReturnType<typeof pairOf>;

function ended(pair: Pair): Bilingual | undefined {
  if (pair === null || textOf(pair[0]) === textOf(pair[1])) return undefined;
  return {
    ja: '状態が異なるので、異動の届出がどちらの行のものかを先に見ます。',
    en: 'Their states differ: see first of which row the change was notified.',
  };
}

/** Nobody uses a row by mistake for long without a record that is linked to it. */
function inUse(pair: Pair): Bilingual | undefined {
  if (pair === null) return undefined;
  const [own, other] = pair.map(isNone);
  if (own && other) return undefined;
  if (!own && !other)
    return {
      ja: '他の記録はどちらにもあり、両方の行が使われています。',
      en: 'Records are linked to both: both rows are in use.',
    };
  const [used, unused] = own ? ['B', 'A'] : ['A', 'B'];
  return {
    ja: `他の記録は${used}だけにあり、二重登録なら${unused}が余分な行とみられます。`,
    en: `Only ${used} has other records: if they are one person, ${unused} seems the row too many.`,
  };
}

function household(pair: Pair): Bilingual | undefined {
  if (pair === null || pair[0] !== pair[1]) return undefined;
  return { ja: '世帯番号は同じです。', en: 'They are of one household.' };
}
