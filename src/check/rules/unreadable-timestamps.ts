import type { InputSpec } from '../../audit/pipeline-file.js';
import type { Engine } from '../../engine/engine.js';
import { readRows } from '../../engine/read.js';
import { ident, literal } from '../../engine/sql.js';
import { parseTimestamp } from '../../normalize/date/parse-timestamp.js';
import type { DateFormat } from '../../normalize/date/written-date.js';
import { type Check, itemsOf, type Observation, rawTable, severityOf } from '../check.js';

const check: Check = {
  id: 'unreadable-timestamps',
  title: { ja: '読み取れない登録日時があります', en: 'Times of registration that cannot be read' },
  advice: {
    ja: '列の割り当てを確認してください。登録日時が読み取れないと、共用端末での取り違えを検出できません。',
    en: 'Check the mapped column. Without the time of registration, mix-ups at a shared terminal cannot be seen.',
  },
  severity: 'warning',
  run: async (engine, { inputs }) => {
    const observations: Observation[] = [];
    for (const input of inputs) {
      for (const item of itemsOf(input, ['registered_at'])) {
        const counts = await countUnreadable(engine, input, ident(item));
        observations.push({ source: input.id, item, ...counts, severity: severityOf(counts) });
      }
    }
    return observations;
  },
};

/**
 * Minutes, seconds and fractions that are possible, in SQL, become zeros: nearly every time is distinct, but the hours
 * of a few years are soon read, and what is impossible stays as it is.
 */
function toHours(column: string): string {
  // What most systems write is cut, at a tenth of the price.
  return `CASE WHEN regexp_full_match(${column}, ${literal(ISO)}) THEN left(${column}, 13) || ':00:00'
    WHEN regexp_full_match(${column}, ${literal(DIGITS)}) THEN left(${column}, 10) || '0000'
    ELSE ${folded(column)} END`;
}

const ISO = '[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}[ T][0-9]{2}:[0-5][0-9]:[0-5][0-9]';
const DIGITS = '[0-9]{10}[0-5][0-9]([0-5][0-9])?';

function folded(column: string): string {
  const foldings = [
    ['^([0-9]{10})[0-5][0-9]([0-5][0-9])?$', '\\10000'],
    ['([:：時分])[0-5][0-9]', '\\100'],
    ['(:00)\\.[0-9]+', '\\1'],
  ];
  return foldings.reduce(
    (text, [pattern, zeros]) => `regexp_replace(${text}, ${literal(pattern!)}, ${literal(zeros!)}, 'g')`,
    column,
  );
}

async function countUnreadable(
  engine: Engine,
  input: InputSpec,
  column: string,
): Promise<{ count: number; of: number }> {
  const format = (input.columns.registered_at?.format ?? null) as DateFormat | null;
  let count = 0;
  let of = 0;
  const query = `
    SELECT ${toHours(column)} AS hour, count(*) AS n FROM ${rawTable(input)}
    WHERE ${column} IS NOT NULL GROUP BY hour`;
  for await (const rows of readRows(engine, { hour: 'text', n: 'big' }, query)) {
    for (const { hour, n } of rows) {
      of += n;
      if (parseTimestamp(hour, format) === null) count += n;
    }
  }
  return { count, of };
}

export default check;
