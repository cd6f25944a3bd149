import { literal } from '../engine/sql.js';

/** What rows of totals are called, in letters alone. */
const WORDS = [
  '(?:総|小|累|合|総合|中|年|月|日|頁|ページ|シート)?計',
  '(?:(?:データ|レコード|明細|登録|出力|抽出|対象|該当|処理|発行|交付)の?)?(?:合計|総|全)?(?:件|人|枚|行|口|世帯)?数',
  '全部?で?|以上',
  '総数|合計数',
  '(?:ソウ|ゴウ|ショウ|ルイ)ケイ',
  '(?:grand|sub|overall|page|sheet)?totals?(?:rows?|records?|counts?)?',
  'sum|(?:row|record)?counts?|no?of(?:rows|records)',
];
const LABEL = new RegExp(`^(?:${WORDS.join('|')})$`);

const UNIT = '(?:件|人|名|枚|行|口|世帯|円|rows?|records?)?';
/** A label with its count in one cell: 合計 200件. */
const LABEL_AND_COUNT = new RegExp(`^(?:${WORDS.join('|')})\\d{1,9}${UNIT}$`);
/** A count or a sum. */
const COUNT = new RegExp(`^[-+△▲¥]?\\d{1,3}(?:,?\\d{3})*(?:\\.\\d+)?${UNIT}$`);
/** What a count is made up of, in letters alone: 男20 女20, (うち女性 8名). */
const SHARES = new RegExp(`^(?:うち|内)?(?:[男女][性子]?\\d{1,9}${UNIT})+$`);
/** A sum whose value a tool never worked out: =COUNTA(B2:B41). A value in quotes (="0012") is none. */
const FORMULA = /^=[a-z.]+\([^"]*\)$/;

/** Digits of a My Number, which no count has; a sum of such numbers has more. */
const NUMBER = 12;
const LONGEST = 18;

/**
 * Condition in SQL for rows that a closer look may find to be totals, without missing any: a label in the key or the tie,
 * and no tie as long as a number of a person. Cheap: the register passes through it.
 */
export function mayBeTotal(key: string, tie: string | null): string {
  const labelled = (column: string) => `coalesce(regexp_matches(${column}, ${literal(HINT)}), false)`;
  if (tie === null) return `length(${key}) <= ${LONGEST} and ${labelled(key)}`;
  return `(${tie} is null or length(${tie}) < ${NUMBER} or length(${tie}) between ${NUMBER + 1} and ${LONGEST} or starts_with(${tie}, '='))
    and (${labelled(key)} or ${labelled(tie)})`;
}

/** Any label holds one of these, before it is brought to one form. */
const HINT = '計|数|ケ|ｹ|全|以上|[tTｔＴ] *[oOｏＯ]|[sSｓＳ] *[uUｕＵ]|[cCｃＣ] *[oOｏＯ]|[nNｎＮ] *[oOｏＯ]';

/**
 * Whether a row holds totals: its key or its tie is a label such as 合計, and nothing in it is more than a label or a count.
 *
 * @param values of all items that are read, null where empty.
 * @param telling places of the key and the tie among them.
 */
export function isTotalRow(values: readonly (string | null)[], telling: readonly number[]): boolean {
  const kinds = values.map((value) => (value === null ? 'empty' : kindOf(value)));
  return telling.some((place) => kinds[place] === 'label') && !kinds.includes('other');
}

function kindOf(value: string): 'label' | 'count' | 'other' {
  const folded = value.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const digits = folded.replace(/\D/g, '').length;
  if (COUNT.test(folded)) return digits === NUMBER || digits > LONGEST ? 'other' : 'count';
  // Marks stand around labels, and hyphens between the parts of a joined key: 【合計】, sub-total, 合計---200.
  if (FORMULA.test(folded)) return 'count';
  const letters = folded.replace(/[^\p{L}\p{N}]/gu, '');
  if (SHARES.test(letters)) return 'count';
  return LABEL.test(letters) || LABEL_AND_COUNT.test(letters) ? 'label' : 'other';
}
