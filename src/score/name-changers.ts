import { appendTo, makeTable } from '../engine/append.js';
import type { Dialect } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import { smallFrom } from '../engine/from-register.js';
import { NAME_CHANGERS } from '../tables/weighed.js';
import { COMPARISONS, codesWhere, LEVEL_COLUMNS, placeOf } from '../verify/comparisons/index.js';
import { decadeOf } from '../verify/given-bearers.js';

/** How many people there are of a sex (1, 2) and decade of birth (198 is 1980 to 1989). */
export interface Born {
  readonly sex: number;
  readonly decade: number;
  readonly n: number;
}

/** P(sex, decade) over P(sex, decade | the family name changed): it multiplies u, as a common name does. */
export interface Changer {
  readonly sex: number;
  readonly decade: number;
  readonly relative: number;
}

/**
 * Of those who change their family name, the share of women before the run has told: 94 to 96 of 100 couples take the husband's
 * (人口動態統計, 婚姻, 2015 to 2022), and a child's name changes whatever its sex.
 */
const WOMEN = 0.9;
/** Changes' worth of belief in that share, and in changes at any age. */
const SEX_CHANGES = 20;
const AGE_CHANGES = 20;
/** Whose name changed says three bits at most, either way. */
const MOST = 8;

/**
 * Who changes the family name: mostly women, most of them of some generations. `people` are all residents, `changed` those
 * whose records have another family name beside the same given name and birth date; a row for every sex and decade of `people`.
 */
export function changersOf(people: readonly Born[], changed: readonly Born[]): readonly Changer[] {
  const total = (rows: readonly Born[], sex?: number) =>
    rows.reduce((sum, row) => (sex === undefined || row.sex === sex ? sum + row.n : sum), 0);
  return people.map(({ sex, decade, n }) => {
    const of = changed.find((row) => row.sex === sex && row.decade === decade)?.n ?? 0;
    const first = sex === 2 ? WOMEN : 1 - WOMEN;
    const bySex = (total(changed, sex) + SEX_CHANGES * first) / (total(changed) + SEX_CHANGES);
    const ofSex = n / total(people, sex);
    const byAge = (of + AGE_CHANGES * ofSex) / (total(changed, sex) + AGE_CHANGES);
    // Age speaks for a change, never against one: an account that states no birth date may bear the name of forty years ago.
    const relative = n / total(people) / (bySex * Math.max(byAge, ofSex));
    return { sex, decade, relative: Math.min(MOST, Math.max(1 / MOST, relative)) };
  });
}

const FAMILY = placeOf('family');
const codes = (place: number, isAsked: Parameters<typeof codesWhere>[1]) =>
  `${LEVEL_COLUMNS[place]} IN (${codesWhere(COMPARISONS[place]!, isAsked).join(', ')})`;
/** `v` is an alias of a table of levels. */
const differs = (v: string) => `${v}.${codes(FAMILY, (level) => level.changed)}`;
const givenAgrees = (v: string) => `${v}.${codes(placeOf('given'), (level) => level.agrees)}`;
const isBorn = (r: string) => `${r}.sex_code > 0 AND ${r}.dob >= 10000000`;

/** Makes `name_changers` from the links of the run. Reads `levels`, `links`, `residents`; empty, and no name is changed, unless `counted`. */
export async function makeNameChangers(engine: Engine, { counted = true } = {}): Promise<void> {
  await makeTable(engine, NAME_CHANGERS);
  if (!counted) return;
  const born = (dialect: Dialect, from: string, where: string) => {
    const [sex, decade] = ['r.sex_code', decadeOf('r.dob', dialect)];
    return `
      SELECT ${sex} AS sex, ${decade} AS decade, count(*) AS n FROM ${from}
      WHERE ${where} AND ${isBorn('r')} GROUP BY ${sex}, ${decade} ORDER BY sex, decade`;
  };
  const columns = { sex: 'tiny', decade: 'int', n: 'big' } as const;
  const people = await smallFrom(engine, columns, {
    reads: ['residents'],
    sql: (dialect) => born(dialect, 'residents r', 'true'),
  });
  const isChange = `${differs('v')} AND ${givenAgrees('v')} AND v.${codes(placeOf('birth'), (level) => level.agrees)}`;
  const changed = await smallFrom(engine, columns, {
    reads: ['levels', 'residents'],
    sql: (dialect) => born(dialect, 'levels v JOIN residents r ON r.rid = v.rid', isChange),
  });
  const out = await appendTo(engine, NAME_CHANGERS);
  for (const changer of changersOf(people, changed)) out.push(changer);
  out.close();
}

/**
 * Column `name_change` of a pair whose family name differs: how much likelier than others (below 1) its resident is to have
 * changed it, where the given name agrees; null where the family name does not differ. `levels` is an alias of a table of levels.
 */
export const nameChange = (levels: string) =>
  `CASE WHEN ${differs(levels)} THEN CASE WHEN ${givenAgrees(levels)} THEN coalesce(name_changers.relative, 1) ELSE 1 END END AS name_change`;

/** Join that it needs; `r` is an alias of residents. */
export const nameChangeJoin = (r: string) =>
  `LEFT JOIN name_changers ON name_changers.sex = ${r}.sex_code AND name_changers.decade = ${decadeOf(`${r}.dob`)}`;
