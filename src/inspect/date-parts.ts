import type { CanonicalItem } from '../audit/items.js';
import { joinedValue } from '../ingest/delimited/joined-value.js';
import { parseDate } from '../normalize/date/parse-date.js';
import { parseTimestamp } from '../normalize/date/parse-timestamp.js';
import type { DateFormat } from '../normalize/date/written-date.js';
import { formatOf, isSerialDays, type Profile } from './profile.js';
import { yearsOf } from './years.js';

/** A date whose parts stand in columns of their own. */
export interface DateParts {
  readonly item: CanonicalItem;
  readonly columns: readonly string[];
  readonly format: DateFormat | null;
  readonly confidence: number;
}

/** What names of the parts of a date begin with, by item; nothing, where it is the only date in parts. */
const WHICH: readonly (readonly [CanonicalItem, string])[] = [
  ['birth_date', '生年月日|生年|生|誕生日?|出生日?|birth_?(date)?|b|dob|seinen_?gappi|seinen|umare'],
  ['moved_on', '異動年月日|異動日|異動|消除年月日|消除日|id[ou]+|moved?'],
  [
    'registered_at',
    '登録年月日|登録日|登録|交付年月日|交付日|交付|認定日?|紐付け?日?|toroku|ko[u]?fu|reg(istered)?|issued?',
  ],
  ['birth_date', ''],
];
const ERA = '元号|年号|和暦|和暦元号|西暦和暦区分|gengou?|nengou?|era';
const CODE = '(_?(コード|区分|cd|code|kbn|名))?';
const YEAR = '年|和暦年|西暦年?|nen|year|yyyy|yy|y';
const MONTH = '月|tsuki|getsu|gatsu|month|mm|m';
const DAY = '日|hi|nichi|day|dd|d';
const REST = '年月日|yymmdd|ymd';
const TIMES: readonly (readonly [CanonicalItem, RegExp, RegExp, sure: number])[] = [
  [
    'registered_at',
    /^(登録|交付|認定|紐付け?|連携|受付|発行|作成)(年月)?日$|^(reg|registered|created|issued?|linked|toroku|uketsuke)_?(date|dt|ymd|bi)$/,
    /^(登録|交付|認定|紐付け?|連携|受付|発行|作成)(時刻|時間|時分秒?)$|^(reg|registered|created|issued?|linked|toroku|uketsuke)_?(time|tm|hms|jikoku)$/,
    0.96,
  ],
  // When somebody worked on the record: of the registration, where nothing else is.
  [
    'registered_at',
    /^(操作|処理)(年月)?日$|^(sosa|shori)_?(date|dt|ymd|bi)$/,
    /^(操作|処理)(時刻|時間|時分秒?)$|^(sosa|shori)_?(time|tm|hms|jikoku)$/,
    0.8,
  ],
];

/** Parts of a date by their names: with an era or without, or an era and the rest; in the order in which they are joined. */
function shapesOf(which: string): readonly (readonly RegExp[])[] {
  const part = (names: string, code = '') => new RegExp(`^(${which})[_(]?(${names})${code}\\)?$`);
  const [era, year, month, day, rest] = [
    part(ERA, CODE),
    part(YEAR),
    part(MONTH),
    part(DAY),
    part(REST),
  ] as const;
  return [
    [era, year, month, day],
    [era, rest],
    [year, month, day],
  ];
}

/**
 * Dates in several columns: by names (元号, 年, 月, 日; birth_year …) and by what the values make together; where columns have no names,
 * by values alone: a year, and months and days behind it.
 *
 * @param label what a column's name says, without the word for whose it is.
 */
export function dateParts(
  columns: readonly { readonly name: string; readonly profile: Profile }[],
  values: ReadonlyMap<string, readonly string[]>,
  label: (name: string) => string,
  isNameless: (name: string) => boolean,
): readonly DateParts[] {
  const found = new Map<CanonicalItem, DateParts>();
  const used = new Set<string>();
  const names = columns.map(({ name }) => name);
  for (const [item, which] of WHICH) {
    for (const shape of shapesOf(which)) {
      if (found.has(item)) break;
      const parts = shape.flatMap(
        (part) => names.find((name) => !used.has(name) && part.test(label(name))) ?? [],
      );
      if (parts.length !== shape.length || new Set(parts).size !== parts.length) continue;
      const read = readParts(item, parts, values, which === '' ? 0.85 : 0.9);
      if (read === null) continue;
      found.set(item, read);
      for (const name of parts) used.add(name);
    }
  }
  for (const [item, day, time, sure] of TIMES) {
    const pair = [day, time].flatMap((part) => names.find((name) => part.test(label(name))) ?? []);
    const ofDay = columns.find(({ name }) => name === pair[0])?.profile;
    if (pair.length === 2 && ofDay && !found.has(item))
      found.set(item, { item, columns: pair, format: codedFormat(ofDay), confidence: sure });
  }
  const free = columns.filter(({ name }) => !used.has(name));
  const nameless = found.has('birth_date')
    ? null
    : (namelessParts(columns, values, isNameless) ?? withEraColumn(free, values));
  return [...found.values(), ...(nameless ? [nameless] : [])];
}

/** The notation of a day that has its time in another column, where it cannot be read without. */
export function codedFormat({ notation }: Pick<Profile, 'notation'>): DateFormat | null {
  return notation !== null && /^(era-code|jpki)/.test(notation) ? formatOf(notation) : null;
}

/** The notation in which columns make dates, where one must be told; null where none must, or where they make none. */
export function formatOfParts(
  item: CanonicalItem,
  columns: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
): DateFormat | null {
  return readParts(item, columns, values, 1)?.format ?? null;
}

const FORMATS: readonly (DateFormat | null)[] = [null, 'era-code-12345', 'era-code-13579'];
/** Share of the rows whose parts must make a day. */
const MAKE_DAYS = 0.9;

/** Columns as a date, in the notation in which they make sense; null where they make none. */
function readParts(
  item: CanonicalItem,
  columns: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
  confidence: number,
): DateParts | null {
  const texts = joinedOf(item, columns, values).filter((text) => text !== '');
  if (texts.length === 0) return null;
  const share = (format: DateFormat | null) =>
    texts.filter((text) => {
      if (item === 'registered_at') return parseTimestamp(text, format) !== null;
      const date = parseDate(text, format);
      return date !== null && !date.outOfEra && date.key >= 10_000;
    }).length / texts.length;
  const shares = FORMATS.map((format) => ({ format, share: share(format) }));
  const best = shares.toSorted((a, b) => b.share - a.share)[0]!;
  if (best.share < MAKE_DAYS) return null;
  const years = yearsOf(texts, best.format);
  const isRecent = item === 'birth_date' && years?.kind === 'recent';
  // Codes of eras that both lists have, and days that both allow.
  const isOpen = best.format !== null && shares.filter((one) => one.share >= MAKE_DAYS).length > 1;
  return { item, columns, format: best.format, confidence: isRecent || isOpen ? 0.65 : confidence };
}

/** Where no names speak: a year or an era's year, and months and days behind it. */
const BY_VALUES = 0.7;

function namelessParts(
  columns: readonly { readonly name: string; readonly profile: Profile }[],
  values: ReadonlyMap<string, readonly string[]>,
  isNameless: (name: string) => boolean,
): DateParts | null {
  const isSmall = ({ name }: (typeof columns)[number], most: number, fewest: number) => {
    const of = values.get(name) ?? [];
    const filled = of.filter((value) => value !== '');
    const numbers = filled.map((value) => Number(value.normalize('NFKC').replace(/[月日]|\.0+$/gu, '')));
    return (
      filled.length > 0.9 * of.length &&
      numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= most) &&
      new Set(numbers).size >= fewest
    );
  };
  for (let at = 1; at + 1 < columns.length; at++) {
    const [before, year, month, day] = [columns[at - 2], columns[at - 1]!, columns[at]!, columns[at + 1]!];
    const all = [...(before ? [before] : []), year, month, day];
    if (!all.slice(-3).every(({ name }) => isNameless(name))) continue;
    if (!isSmall(month, 12, 6) || !isSmall(day, 31, 12) || isSerialDays(year.profile)) continue;
    for (const parts of [before ? [before, year, month, day] : [], [year, month, day]]) {
      const names = parts.map(({ name }) => name);
      const read = names.length === 0 ? null : readParts('birth_date', names, values, BY_VALUES);
      const years = read && yearsOf(joinedOf('birth_date', names, values), read.format);
      if (read && years?.kind === 'births') return read;
    }
  }
  return null;
}

/** What a column of eras holds. */
const ERAS = /^(明治|大正|昭和|平成|令和|[明大昭平令MTSHR]|0?[1-579])$/iu;
/** Years that an era has at most. */
const LONGEST_ERA = 64;

/**
 * A birth date by values alone, whatever its columns are called: side by side an era, a year of it, a month and a day, that nearly always make a day
 * and lie over decades as births do.
 */
function withEraColumn(
  columns: readonly { readonly name: string; readonly profile: Profile }[],
  values: ReadonlyMap<string, readonly string[]>,
): DateParts | null {
  const foldedOf = (name: string) =>
    (values.get(name) ?? []).map((value) =>
      value
        .normalize('NFKC')
        .trim()
        .replace(/[年月日]$/u, ''),
    );
  const isFilled = (of: readonly string[]) => of.filter((value) => value !== '').length > 0.9 * of.length;
  const isNumber = (of: readonly string[], most: number, fewest: number) => {
    const numbers = of.filter((value) => value !== '').map((value) => (value === '元' ? 1 : Number(value)));
    return (
      isFilled(of) &&
      numbers.filter((one) => Number.isInteger(one) && one >= 1 && one <= most).length >=
        0.95 * numbers.length &&
      new Set(numbers).size >= fewest
    );
  };
  for (let at = 0; at + 3 < columns.length; at++) {
    const names = columns.slice(at, at + 4).map(({ name }) => name);
    const [eras, years, months, days] = names.map(foldedOf) as [string[], string[], string[], string[]];
    const told = eras.filter((value) => value !== '');
    if (!isFilled(eras) || new Set(told).size < 2 || !told.every((value) => ERAS.test(value))) continue;
    if (!isNumber(years, LONGEST_ERA, 10) || !isNumber(months, 12, 6) || !isNumber(days, 31, 12)) continue;
    const read = readParts('birth_date', names, values, BY_VALUES);
    if (read && yearsOf(joinedOf('birth_date', names, values), read.format)?.kind === 'births') return read;
  }
  return null;
}

function joinedOf(
  item: CanonicalItem,
  names: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return (values.get(names[0]!) ?? []).map((_, row) =>
    joinedValue(
      item,
      names.map((name) => values.get(name)?.[row] ?? ''),
    ),
  );
}
