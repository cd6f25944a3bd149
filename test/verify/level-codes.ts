import { COMPARISONS, LEVEL_COLUMNS } from '../../src/verify/comparisons/index.js';

/** Level of each comparison by its id (family, given, birth_date, sex, address …); what is left out is missing. */
export type LevelIds = Readonly<Record<string, string>>;

/** Their codes in the order of the comparisons. */
export function levelCodes(ids: LevelIds): number[] {
  for (const id of Object.keys(ids))
    if (!LEVEL_COLUMNS.includes(id)) throw new RangeError(`no comparison ${id}`);
  return COMPARISONS.map(({ id, levels }) => {
    const code = levels.findIndex((level) => level.id === (ids[id] ?? 'missing'));
    if (code < 0) throw new RangeError(`${id} has no level ${ids[id]}`);
    return code;
  });
}

const PERSON = ['family', 'given', 'birth_date', 'sex', 'address'];

/** The same for family name, given name, birth date, sex and address, in this order. */
export function personCodes(...ids: readonly string[]): number[] {
  return levelCodes(Object.fromEntries(ids.map((id, i) => [PERSON[i]!, id])));
}

/** Columns of a table of levels (`lid, rid, family, …`), for VALUES that begin with both keys. */
export const LEVEL_TABLE = `t(${['lid', 'rid', ...LEVEL_COLUMNS].join(', ')})`;

/** The columns beside those five, all missing, for a select list: `SELECT * ${OTHER_LEVELS} FROM …`. */
export const OTHER_LEVELS = LEVEL_COLUMNS.filter((column) => !PERSON.includes(column))
  .map((column) => `, 0 AS ${column}`)
  .join('');
