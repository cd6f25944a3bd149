import type { CanonicalItem } from '../../audit/items.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import type { Engine } from '../../engine/engine.js';
import { readColumns, readRows } from '../../engine/read.js';
import { ident, literal } from '../../engine/sql.js';
import { parseTimestamp } from '../../normalize/date/parse-timestamp.js';
import type { DateFormat } from '../../normalize/date/written-date.js';
import { type Check, type CheckContext, itemsOf, type Observation, rawTable } from '../check.js';

/** Times at which something was entered about a person. */
const ENTERED: readonly CanonicalItem[] = ['registered_at', 'moved_on'];

/** Keys below have no year. */
const FIRST_YEAR = 10_000_000;

const check: Check = {
  id: 'registration-before-birth',
  title: { ja: '登録や異動が生年月日より前の行があります', en: 'Registered or moved before being born' },
  advice: {
    ja: '生年月日の元号や年の誤り、登録日時の初期値を確認してください。別人の生年月日の可能性もあります。',
    en: 'Look for a mistaken era or year, or a filler time of registration. The birth date may be of another person.',
  },
  severity: 'warning',
  run: async (engine, context) => {
    const observations: Observation[] = [];
    for (const input of context.inputs) {
      if (!input.columns.birth_date) continue;
      for (const item of itemsOf(input, ENTERED)) {
        observations.push({ source: input.id, item, ...(await countEarly(engine, context, input, item)) });
      }
    }
    return observations;
  },
};

/** Nearly everybody was born before the first registration: only the births after it are compared row by row. */
async function countEarly(
  engine: Engine,
  context: CheckContext,
  input: InputSpec,
  item: CanonicalItem,
): Promise<{ count: number; of: number }> {
  const table = rawTable(input);
  const day = dayOf(item);
  const births = await keysOf(context, input, 'birth_date');
  const entered =
    item === 'registered_at' ? await daysOfTimes(engine, input, day) : await keysOf(context, input, item);
  const of = await engine.value<number>(
    `SELECT count(*) FROM ${table} WHERE birth_date IS NOT NULL AND ${ident(item)} IS NOT NULL`,
  );
  const first = [...entered.values()].reduce((least, key) => Math.min(least, key), Number.MAX_SAFE_INTEGER);
  const late = [...births].filter(([, key]) => key > first).map(([text]) => literal(text));
  let count = 0;
  if (late.length > 0) {
    const pairs = `SELECT birth_date, ${day} AS day, count(*) AS n FROM ${table} WHERE birth_date IN (${late.join(', ')}) GROUP BY ALL`;
    for await (const rows of readRows(engine, { birth_date: 'text', day: 'text?', n: 'big' }, pairs)) {
      for (const { birth_date, day: text, n } of rows) {
        const born = births.get(birth_date) ?? 0;
        const at = entered.get(text ?? '') ?? Number.MAX_SAFE_INTEGER;
        if (born > at) count += n;
      }
    }
  }
  return { count, of };
}

/** The day of a time: eight digits of many, or what stands before the first blank or T. */
function dayOf(item: CanonicalItem): string {
  const column = ident(item);
  if (item !== 'registered_at') return column;
  return `CASE WHEN regexp_full_match(${column}, '[0-9]{12,}') THEN left(${column}, 8)
    ELSE regexp_extract(${column}, '^[^\\s\\x{3000}T]+') END`;
}

type Keys = ReadonlyMap<string, number>;

/** The distinct dates of an item as yyyymmdd. A birth of unknown day counts from the first it can be; a day of entry must be known. */
async function keysOf(context: CheckContext, input: InputSpec, item: CanonicalItem): Promise<Keys> {
  const keys = new Map<string, number>();
  for (const { text, date } of await context.dates(input, item)) {
    const key = date?.key ?? 0;
    if (key >= FIRST_YEAR && (item === 'birth_date' || key % 100 !== 0)) keys.set(text, key);
  }
  return keys;
}

/** The distinct days at which something was registered, likewise. */
async function daysOfTimes(engine: Engine, input: InputSpec, day: string): Promise<Keys> {
  const format = (input.columns.registered_at?.format ?? null) as DateFormat | null;
  const keys = new Map<string, number>();
  const query = `SELECT DISTINCT ${day} AS v FROM ${rawTable(input)}`;
  for await (const { columns } of readColumns(engine, { v: 'text?' }, query)) {
    for (const text of columns.v) {
      const seconds = text === null ? null : parseTimestamp(text, format);
      if (text === null || seconds === null) continue;
      keys.set(text, Number(new Date(seconds * 1000).toISOString().slice(0, 10).replaceAll('-', '')));
    }
  }
  return keys;
}

export default check;
