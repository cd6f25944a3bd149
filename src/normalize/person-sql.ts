import { literal } from '../engine/sql.js';

/** SQL expression of a canonical item; NULL for an item that the input does not have. */
export type ItemSql = (item: string) => string;

/** Weights of the My Number check digit over the first eleven digits (省令85号 第5条). */
const MY_NUMBER_WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** A field that must be parsed whole: brackets, several names, Latin letters, or not exactly two parts. */
const IRREGULAR = '[()（）\\[\\]［］＿_,，、・A-Za-zＡ-Ｚａ-ｚ]';

/** Key of a row over all files of an input: `base` + rows of the files before + row in the file. */
export function rowKey(alias: string, base: number, fileRows: readonly number[]): string {
  let start = base;
  const cases = fileRows.map((rows, file) => {
    const arm = `WHEN ${file} THEN ${start}`;
    start += rows;
    return arm;
  });
  return `CAST(CASE ${alias}.file ${cases.join(' ')} END + ${alias}."row" - 1 AS INTEGER)`;
}

/** With ideographic spaces as ASCII ones: the form in which name fields are split. */
export function spaced(expression: string): string {
  return `trim(replace(${expression}, '　', ' '))`;
}

/** True where a name or kana field is plainly `family given`. */
export function isRegular(field: string): string {
  return `(length(${field}) - length(replace(${field}, ' ', '')) = 1 AND NOT regexp_matches(${field}, '${IRREGULAR}'))`;
}

/** Key columns of a person, from the joins of `personJoins`. */
export const PERSON_KEYS = `
      d_date.key AS dob, coalesce(d_sex.code, 0) AS sex_code,
      coalesce(k_field.family, k1."key") AS kf, coalesce(k_field.given, k2."key") AS kg,
      coalesce(k_field.whole, k1."key" || k2."key") AS kw,
      coalesce(n_field.family, n1."key") AS nf, coalesce(n_field.given, n2."key") AS ng,
      coalesce(n_field.whole, n1."key" || n2."key") AS nw`;

/** Joins that look every item of a person up in its dictionary. `dateFormat` is the notation of birth_date. */
export function personJoins(item: ItemSql, dateFormat: string | null): string {
  const name = spaced(item('name'));
  const kana = spaced(item('kana'));
  const part = (field: string, n: number) =>
    `CASE WHEN ${isRegular(field)} THEN split_part(${field}, ' ', ${n}) END`;
  const whole = (field: string) => `CASE WHEN NOT ${isRegular(field)} THEN ${field} END`;
  return `
    LEFT JOIN dict_date d_date ON d_date."value" = ${dateValue(item('birth_date'), dateFormat)}
    LEFT JOIN dict_sex d_sex ON d_sex."value" = ${item('sex')}
    LEFT JOIN dict_kana k1 ON k1."value" = ${part(kana, 1)}
    LEFT JOIN dict_kana k2 ON k2."value" = ${part(kana, 2)}
    LEFT JOIN dict_field k_field ON k_field."value" = ${whole(kana)}
    LEFT JOIN dict_kanji n1 ON n1."value" = ${part(name, 1)}
    LEFT JOIN dict_kanji n2 ON n2."value" = ${part(name, 2)}
    LEFT JOIN dict_field n_field ON n_field."value" = ${whole(name)}`;
}

/** Queries over `from` whose values are what `personJoins` looks up, by dictionary. */
export function personValues(from: string, item: ItemSql, dateFormat: string | null): Record<string, string> {
  const name = spaced(item('name'));
  const kana = spaced(item('kana'));
  const parts = (field: string) =>
    `SELECT split_part(${field}, ' ', 1) FROM ${from} t WHERE ${isRegular(field)}
     UNION ALL SELECT split_part(${field}, ' ', 2) FROM ${from} t WHERE ${isRegular(field)}`;
  const irregular = (field: string) => `SELECT ${field} FROM ${from} t WHERE NOT ${isRegular(field)}`;
  return {
    dict_date: `SELECT ${dateValue(item('birth_date'), dateFormat)} FROM ${from} t`,
    dict_sex: `SELECT ${item('sex')} FROM ${from} t`,
    dict_kana: parts(kana),
    dict_kanji: parts(name),
    dict_field: `${irregular(kana)} UNION ALL ${irregular(name)}`,
    dict_number: `SELECT ${item('my_number')} FROM ${from} t
      WHERE NOT regexp_full_match(${item('my_number')}, '[0-9]{12}')`,
    dict_status: `SELECT ${item('status')} FROM ${from} t`,
    dict_serial: `SELECT ${item('auth_serial')} FROM ${from} t UNION ALL SELECT ${item('sign_serial')} FROM ${from} t`,
  };
}

/** The dictionary value of a date: its notation and its text, since one text means two dates in two notations. */
function dateValue(text: string, format: string | null): string {
  return `(${literal(`${format ?? ''}|`)} || ${text})`;
}

/** `number` (BIGINT, NULL when missing or unreadable) and `number_state` ('ok', 'check-digit', 'malformed', 'missing'). */
export function numberColumns(text: string): string {
  const number = `CAST(CASE WHEN regexp_full_match(${text}, '[0-9]{12}') THEN ${text} ELSE d_number.digits END AS BIGINT)`;
  return `${number} AS "number",
      CASE WHEN ${text} IS NULL THEN 'missing' WHEN ${number} IS NULL THEN 'malformed'
        WHEN ${hasCheckDigit(number)} THEN 'ok' ELSE 'check-digit' END AS number_state`;
}

/** Whether a 12-digit BIGINT ends in the check digit of its first eleven digits. */
function hasCheckDigit(number: string): string {
  const sum = MY_NUMBER_WEIGHTS.map((w, i) => `${w} * ((${number} // ${10 ** (11 - i)}) % 10)`).join(' + ');
  return `(CASE WHEN (${sum}) % 11 <= 1 THEN 0 ELSE 11 - (${sum}) % 11 END = ${number} % 10)`;
}
