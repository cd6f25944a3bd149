import type { CanonicalItem } from '../../audit/items.js';
import { MY_NUMBER_WEIGHTS } from '../../audit/my-number.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import type { Engine } from '../../engine/engine.js';
import { allRows, readRows } from '../../engine/read.js';
import { ident } from '../../engine/sql.js';
import {
  cleanNumber,
  isInsurerNumber,
  isMunicipalityCode,
  isResidentCode,
  RESIDENT_CODE_WEIGHTS,
} from '../../normalize/number/codes.js';
import { isTiedNumber } from '../../normalize/valid-values.js';
import type { Bilingual } from '../../text/bilingual.js';
import { type Check, itemsOf, type Observation, rawTable, severityOf } from '../check.js';

/** A kind of code with a check digit; the items that may hold it, by its own rule or by what the values show. */
interface CodeType {
  readonly name: Bilingual;
  readonly items: readonly CanonicalItem[];
  readonly isValid: (digits: string) => boolean;
  /** Codes with about as many values as rows are checked in SQL. */
  readonly weights: readonly number[] | null;
  /** An item that may hold other codes too counts as this type only if most of its values pass. */
  readonly onlyIfMostPass: boolean;
}

const CODE_TYPES: readonly CodeType[] = [
  {
    name: { ja: '個人番号', en: 'My Number' },
    items: ['my_number'],
    isValid: isTiedNumber,
    weights: MY_NUMBER_WEIGHTS,
    onlyIfMostPass: false,
  },
  {
    name: { ja: '団体コード', en: 'municipality code' },
    items: ['municipality', 'organisation'],
    isValid: isMunicipalityCode,
    weights: null,
    onlyIfMostPass: true,
  },
  {
    name: { ja: '保険者番号', en: 'insurer number' },
    items: ['organisation'],
    isValid: isInsurerNumber,
    weights: null,
    onlyIfMostPass: true,
  },
  {
    name: { ja: '住民票コード', en: 'resident code' },
    items: ['resident_id'],
    isValid: isResidentCode,
    weights: RESIDENT_CODE_WEIGHTS,
    onlyIfMostPass: true,
  },
];

/** Random digits pass one time in ten, so half is far from chance. */
const MOST = 0.5;
/** Rows looked at to tell what kind of code an item holds. */
const SAMPLE = 10_000;

const check: Check = {
  id: 'check-digits',
  title: { ja: '{what}の検査数字が正しくありません', en: 'Wrong check digit: {what}' },
  advice: {
    ja: '桁の欠落や入力誤りの可能性があります。先頭の0が失われていないか（表計算ソフトでの保存など）を確認してください。検査数字が正しくても、紐付けが正しいとは限りません。',
    en: 'Digits were lost or mistyped; see whether leading zeros were cut off, as spreadsheets do. A right check digit does not mean a right link.',
  },
  severity: 'error',
  run: async (engine, { inputs, profileOf }) => {
    const observations: Observation[] = [];
    for (const input of inputs) {
      for (const item of itemsOf(input)) {
        const type = await codeType(engine, input, item);
        if (type) {
          const count = await countInvalid(engine, input, item, type);
          const of = profileOf(input, item).filled;
          const severity = severityOf({ count, of });
          observations.push({ source: input.id, item, count, of, what: type.name, severity });
        }
      }
    }
    return observations;
  },
};

async function codeType(engine: Engine, input: InputSpec, item: CanonicalItem): Promise<CodeType | null> {
  const possible = CODE_TYPES.filter((type) => type.items.includes(item));
  if (possible.length === 0) return null;
  const certain = possible.find((type) => !type.onlyIfMostPass);
  if (certain) return certain;
  const column = ident(item);
  const rows = await allRows(
    engine,
    { v: 'text' },
    `
    SELECT DISTINCT v FROM (
      SELECT ${column} AS v FROM ${rawTable(input)} WHERE ${column} IS NOT NULL ORDER BY file, row LIMIT ${SAMPLE}
    ) AS first_rows ORDER BY v`,
  );
  const values = rows.map(({ v }) => cleanNumber(v));
  return possible.find((type) => values.filter(type.isValid).length > values.length * MOST) ?? null;
}

async function countInvalid(
  engine: Engine,
  input: InputSpec,
  item: CanonicalItem,
  type: CodeType,
): Promise<number> {
  const column = ident(item);
  const plain = type.weights ? `regexp_full_match(${column}, '[0-9]{${type.weights.length + 1}}')` : 'false';
  const query = `
    SELECT ${column} AS v, count(*) AS n FROM ${rawTable(input)}
    WHERE ${column} IS NOT NULL AND NOT ${plain} GROUP BY ${column}`;
  let count = type.weights ? await countBySql(engine, input, column, type.weights, plain) : 0;
  for await (const rows of readRows(engine, { v: 'text', n: 'big' }, query)) {
    for (const { v, n } of rows) if (!type.isValid(cleanNumber(v))) count += n;
  }
  return count;
}

/** Values of plain digits that break the rule of `isMyNumber` and `isResidentCode`, counted in SQL. */
function countBySql(
  engine: Engine,
  input: InputSpec,
  column: string,
  weights: readonly number[],
  plain: string,
): Promise<number> {
  const terms = weights.map((weight, i) => `${weight} * (n // ${10 ** (weights.length - i)} % 10)`);
  return engine.value<number>(`
    WITH numbers AS (SELECT TRY_CAST(${column} AS BIGINT) AS n FROM ${rawTable(input)} WHERE ${plain}),
    sums AS (SELECT n, (${terms.join(' + ')}) % 11 AS rest FROM numbers)
    SELECT count(*) FROM sums
    WHERE n = 0 OR n % 10 <> CASE WHEN rest <= 1 THEN 0 ELSE 11 - rest END`);
}

export default check;
