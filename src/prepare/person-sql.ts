import { MY_NUMBER_WEIGHTS } from '../audit/my-number.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import { literal } from '../engine/sql.js';
import { codeSpellings } from '../normalize/status-codes.js';

/** SQL expression of a canonical item; NULL for an item that the input does not have. */
export type ItemSql = (item: string) => string;

/** The item as it stands in `raw_*` (alias t), NULL where the input has no such column. */
export function itemSql(spec: InputSpec): ItemSql {
  const present = new Set(Object.keys(spec.columns));
  return (item) => (present.has(item) ? `t.${item}` : 'CAST(NULL AS VARCHAR)');
}

/** A field that must be parsed whole: brackets, several names, Latin letters, or not exactly two parts. */
const IRREGULAR = '[()（）\\[\\]［］＿_,，、・A-Za-zＡ-Ｚａ-ｚ]';

/** Key of a row over all files of an input: `base` + rows of the files before + row in the file. */
export function rowKey(alias: string, base: number, fileRows: readonly number[]): string {
  let start = base;
  const starts = fileRows.map((rows) => {
    start += rows;
    return start - rows;
  });
  // A look-up by place costs the same for one file and for a thousand.
  return `CAST([${starts.join(', ')}][${alias}.file + 1] + ${alias}."row" - 1 AS INTEGER)`;
}

/** Key columns of a person, from the joins of `personJoins`. */
export const PERSON_KEYS = `
      d_date.key AS dob, coalesce(d_sex.code, 0) AS sex_code,
      coalesce(k_field.family, k1."key") AS kf, coalesce(k_field.given, k2."key") AS kg,
      coalesce(k_field.whole, k1."key" || k2."key") AS kw,
      coalesce(n_field.family, n1."key") AS nf, coalesce(n_field.given, n2."key") AS ng,
      coalesce(n_field.whole, n1."key" || n2."key") AS nw`;

/** Joins that look up every item of a person, whose values stand in a row of `personRows` (alias t). */
export const PERSON_JOINS = `
    LEFT JOIN dict_date d_date ON d_date."value" = t.date_value
    LEFT JOIN dict_sex d_sex ON d_sex."value" = t.sex_value
    LEFT JOIN dict_kana k1 ON k1."value" = t.kana_1
    LEFT JOIN dict_kana k2 ON k2."value" = t.kana_2
    LEFT JOIN dict_field k_field ON k_field."value" = t.kana_whole
    LEFT JOIN dict_kanji n1 ON n1."value" = t.name_1
    LEFT JOIN dict_kanji n2 ON n2."value" = t.name_2
    LEFT JOIN dict_field n_field ON n_field."value" = t.name_whole
    LEFT JOIN dict_number d_number ON d_number."value" = t.number_value
    LEFT JOIN dict_status d_status ON d_status."value" = t.status_value`;

/** What `personRows` gives beside the columns of the input. */
export const PERSON_VALUES = [
  'kana_1',
  'kana_2',
  'kana_whole',
  'name_1',
  'name_2',
  'name_whole',
  'date_value',
  'sex_value',
  'number_value',
  'status_value',
] as const;

/**
 * The rows of an input with what is looked up for each beside its columns. Name and kana that are plainly `family given`
 * are looked up part by part, since parts repeat a hundred times as often as whole names; any other field is parsed whole.
 * A number of twelve digits needs no look-up. `spec` tells the notation of birth_date and the codes of the status.
 */
export function personRows(from: string, item: ItemSql, { columns }: InputSpec): string {
  return `(
      SELECT *,
        CASE WHEN kana_regular THEN split_part(kana_spaced, ' ', 1) END AS kana_1,
        CASE WHEN kana_regular THEN split_part(kana_spaced, ' ', 2) END AS kana_2,
        CASE WHEN NOT kana_regular THEN kana_spaced END AS kana_whole,
        CASE WHEN name_regular THEN split_part(name_spaced, ' ', 1) END AS name_1,
        CASE WHEN name_regular THEN split_part(name_spaced, ' ', 2) END AS name_2,
        CASE WHEN NOT name_regular THEN name_spaced END AS name_whole
      FROM (
        SELECT *, ${isRegular('kana_spaced')} AS kana_regular, ${isRegular('name_spaced')} AS name_regular
        FROM (
          SELECT t.*, trim(replace(CASE WHEN NOT ${isLatin(item('kana'))} THEN ${item('kana')} END, '　', ' ')) AS kana_spaced,
            trim(replace(coalesce(${item('name')}, CASE WHEN ${isLatin(item('kana'))} THEN ${item('kana')} END), '　', ' ')) AS name_spaced,
            ${dateValue(item('birth_date'), columns.birth_date?.format ?? null)} AS date_value, ${item('sex')} AS sex_value,
            CASE WHEN NOT ${isPlainNumber(item('my_number'))} THEN ${item('my_number')} END AS number_value,
            ${statusValue(item('status'), columns.status?.codes)} AS status_value
          FROM ${from} t
        )
      )
    )`;
}

/** Latin letters alone in the column of kana: the name of a foreigner, to be compared as a name. */
function isLatin(field: string): string {
  return `coalesce(regexp_matches(${field}, '[A-Za-zＡ-Ｚａ-ｚ]') AND NOT regexp_matches(${field}, '[ぁ-ゖァ-ヺｦ-ﾝ]'), false)`;
}

function isRegular(field: string): string {
  return `(length(${field}) - length(replace(${field}, ' ', '')) = 1 AND NOT regexp_matches(${field}, '${IRREGULAR}'))`;
}

/** The dictionary value of a date: its notation and its text, since one text means two dates in two notations. */
export function dateValue(text: string, format: string | null): string {
  return `(${literal(`${format ?? ''}|`)} || ${text})`;
}

/** The dictionary value of a status: its words, or those that its code stands for; the codes as told stand first, which most rows have. */
function statusValue(text: string, codes: Readonly<Record<string, string>> | undefined): string {
  if (codes === undefined) return text;
  const each = [...codeSpellings(codes)].map(
    ([code, words]) => `WHEN ${literal(code)} THEN ${literal(words)}`,
  );
  return `CASE ${text} ${each.join(' ')} ELSE ${text} END`;
}

/** `number` (BIGINT, NULL when missing or unreadable) and `number_state` ('ok', 'check-digit', 'malformed', 'missing'). */
export function numberColumns(text: string): string {
  const number = `CAST(CASE WHEN ${isPlainNumber(text)} THEN ${text} ELSE d_number.digits END AS BIGINT)`;
  return `${number} AS "number",
      CASE WHEN ${text} IS NULL THEN 'missing' WHEN ${number} IS NULL THEN 'malformed'
        WHEN ${hasCheckDigit(number)} THEN 'ok' ELSE 'check-digit' END AS number_state`;
}

/** Whether a number stands there as twelve digits and nothing else; NULL where there is none. */
function isPlainNumber(text: string): string {
  return `regexp_full_match(${text}, '[0-9]{12}')`;
}

/** Whether a 12-digit BIGINT ends in the check digit of its first eleven digits: 11 less their sum modulo 11, 0 for 10 and 11. */
function hasCheckDigit(number: string): string {
  const sum = MY_NUMBER_WEIGHTS.map((w, i) => `${w} * ((${number} // ${10 ** (11 - i)}) % 10)`).join(' + ');
  return `((11 - (${sum}) % 11) % 11 % 10 = ${number} % 10)`;
}

/** SQL for a text with its full-width digits as ASCII ones. Few texts have any, and `translate` costs four times the look. */
export function narrowDigits(text: string): string {
  return `CASE WHEN regexp_extract(${text}, '[０-９]') <> '' THEN translate(${text}, '０１２３４５６７８９', '0123456789') ELSE ${text} END`;
}
