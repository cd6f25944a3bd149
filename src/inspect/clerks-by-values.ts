import { foldName, isNoName } from '../audit/fold-name.js';
import { meansOther, namedAs } from '../audit/item-names.js';
import { isStatus } from '../normalize/status.js';
import type { Candidate, Looked } from './candidate.js';
import type { InspectedColumn } from './inspection.js';

/** Words that say it; a single letter before a number says it less. */
const SAID = 0.6;
const LETTER = 0.5;
/** Windows and clerks are few beside the records that they make, and more than one. */
const FEW = 0.25;
/** Share of the rows that must hold nothing else. A record that came in otherwise has no terminal. */
const MOST = 0.95;
const OFTEN = 0.3;

type Item = 'terminal' | 'operator';
const NUMBER = '[-_ 　]?[A-Z]?\\d{1,6}$';
const WRITTEN: readonly (readonly [Item, number, RegExp])[] = [
  [
    'terminal',
    SAID,
    new RegExp(
      `^(端末機?|窓口|カウンター|キオスク|タブレット|KIOSK|TERM|TRM|TML|TAB|TBL|WS|PC|POS|READER|CR|HT)${NUMBER}|^\\d{1,3}番(窓口)?$`,
      'iu',
    ),
  ],
  [
    'operator',
    SAID,
    new RegExp(
      `^(職員|係員?|担当者?|主事|主査|CW|OP|OPE|OPR|USER|USR|STAFF|EMP|ID|SYOKU|SHOKU)${NUMBER}`,
      'iu',
    ),
  ],
  ['terminal', LETTER, /^[TWK][-_]?\d{2,4}$/iu],
  ['operator', LETTER, /^[USE][-_]?\d{2,6}$/iu],
];

/** What is done with a record by somebody: 入力, 確認者の名がある欄. How it came in (受付, 届出) stands under other such words. */
const DONE_BY = /^(入力|確認|登録|処理|作成|記入|照合|審査)$/;
/** A family name, and no word of a way or an answer. */
const FAMILY = /^[\p{Script=Han}々]{2,4}$/u;
const WORD = /[窓口郵送電子済未本代理課局係所不可要]/u;
const FEWEST_CLERKS = 3;

/**
 * Where and by whom a record was made, by what the values of columns say whose names do not: 端末3, T003, 2番 at a window; 職員07, CW12, and names of
 * people under a word for what they did. Never sure, and nothing where two columns say the same.
 */
export function clerksByValues(
  { columns, values }: Looked,
  chosen: readonly Candidate[],
): readonly Candidate[] {
  const used = new Set(
    chosen.filter(({ confidence }) => confidence > SAID).flatMap(({ columns: from }) => from),
  );
  const free = columns.filter((column) => !used.has(column.name) && isFew(column) && isFree(column));
  return (['terminal', 'operator'] as const).flatMap((item) => {
    if (chosen.some((one) => one.item === item)) return [];
    const found = free
      .flatMap((column) => {
        const confidence = saidBy(item, column, values.get(column.name) ?? []);
        return confidence === 0 ? [] : [{ item, columns: [column.name], confidence }];
      })
      .toSorted((a, b) => b.confidence - a.confidence);
    const [first, second] = found;
    return first && first.confidence > (second?.confidence ?? 0) ? [first] : [];
  });
}

function isFew({ profile: { filled, distinct, kinds } }: InspectedColumn): boolean {
  return filled > OFTEN && distinct <= FEW && kinds > 1;
}

/** A name that says nothing that is known, or only that it is of a window. */
function isFree({ name }: InspectedColumn): boolean {
  if (isNoName(name)) return true;
  return (
    !meansOther(foldName(name)) && (namedAs(name, false).length === 0 || /^(受付)?窓口$/.test(foldName(name)))
  );
}

function saidBy(item: Item, { name, profile }: InspectedColumn, values: readonly string[]): number {
  const filled = values.filter((value) => value !== '').map((value) => value.normalize('NFKC').trim());
  const mostly = (holds: (value: string) => boolean) => filled.filter(holds).length >= MOST * filled.length;
  const written = WRITTEN.find(([of, , pattern]) => of === item && mostly((value) => pattern.test(value)));
  if (written) return written[1];
  const areClerks =
    item === 'operator' &&
    DONE_BY.test(foldName(name)) &&
    profile.kinds >= FEWEST_CLERKS &&
    mostly((value) => FAMILY.test(value) && !WORD.test(value) && !isStatus(value));
  return areClerks ? LETTER : 0;
}
