import type { Engine } from '../engine/engine.js';
import { ERA_ENDS, ERAS } from './names/given-names.js';
import { FOREIGN_GIVEN } from './names/name-tables.js';
import { WORLD_DAY, type World } from './world.js';

/** Roles in a household. */
const ROLE = { head: 0, spouse: 1, child: 2, grandfather: 8, grandmother: 9 } as const;

interface HouseholdType {
  readonly weight: number;
  /** Roles; 2, 3, 4 are first, second and third child. */
  readonly roles: readonly number[];
  /** Youngest and oldest head. */
  readonly age: readonly [number, number];
  readonly maleHead: number;
  readonly foreign?: true;
}

/** Kinds of household and how frequent they are, roughly as in the 2020 census. */
const TYPES: readonly HouseholdType[] = [
  { weight: 16, roles: [0], age: [19, 45], maleHead: 0.55 },
  { weight: 9, roles: [0], age: [45, 63], maleHead: 0.58 },
  { weight: 15, roles: [0], age: [63, 99], maleHead: 0.34 },
  { weight: 7, roles: [0, 1], age: [23, 50], maleHead: 0.96 },
  { weight: 17, roles: [0, 1], age: [56, 92], maleHead: 0.98 },
  { weight: 8, roles: [0, 1, 2], age: [26, 60], maleHead: 0.97 },
  { weight: 10, roles: [0, 1, 2, 3], age: [29, 58], maleHead: 0.97 },
  { weight: 2.6, roles: [0, 1, 2, 3, 4], age: [33, 56], maleHead: 0.97 },
  { weight: 4, roles: [0, 2], age: [26, 60], maleHead: 0.15 },
  { weight: 1.6, roles: [0, 2, 3], age: [29, 55], maleHead: 0.12 },
  { weight: 5.5, roles: [0, 1, 2], age: [58, 86], maleHead: 0.98 },
  { weight: 2.2, roles: [0, 1, 2, 3, 8, 9], age: [30, 54], maleHead: 0.97 },
  { weight: 2, roles: [0, 1, 2, 9], age: [34, 64], maleHead: 0.97 },
  { weight: 1.5, roles: [0], age: [19, 45], maleHead: 0.5, foreign: true },
  { weight: 0.6, roles: [0, 1, 2], age: [26, 50], maleHead: 0.85, foreign: true },
];

const TWINS = 0.02;
const MAX_AGE = 106;

/**
 * Makes `households` (hid, type, first pid, nation: 0 for Japanese) and `people` (pid, hid, role, sex, birth,
 * family_id, given_id, maiden_id, nation, outsider). Family members share name and nation; children have
 * the age their parents allow; the last household is cut so that the head count is exact.
 */
export async function makePeople(engine: Engine, world: World): Promise<void> {
  await engine.run(`
    ${typesSql()};
    CREATE TABLE households AS
    WITH drawn AS (
      SELECT h AS hid, t.* FROM range(${world.people}) r(h)
      JOIN household_types t ON rnd('household.type', h) >= t.lo AND rnd('household.type', h) < t.hi
    ), placed AS (
      SELECT *, sum(len(roles)) OVER (ORDER BY hid) - len(roles) AS first FROM drawn
    )
    SELECT CAST(hid AS INTEGER) AS hid, type, roles, CAST(first AS INTEGER) AS first, age_lo, age_hi, male_head,
      CASE WHEN is_foreign THEN 1 + pick('household.nation', hid, ${world.nations}) ELSE 0 END AS nation,
      age_lo + (age_hi - age_lo) * rnd('household.age', hid) AS head_age
    FROM placed WHERE first < ${world.people} ORDER BY hid;
    CREATE TABLE members AS
    SELECT h.first + i - 1 AS pid, h.hid, h.type, h.roles[i] AS role, h.nation, h.male_head, h.head_age,
      list_count(list_filter(h.roles, lambda r: r BETWEEN 2 AND 4)) AS children
    FROM households h, unnest(range(1, len(h.roles) + 1)) u(i)
    WHERE h.first + i - 1 < ${world.people}`);
  await engine.run(peopleSql(world));
}

function typesSql(): string {
  const total = TYPES.reduce((sum, { weight }) => sum + weight, 0);
  let at = 0;
  const rows = TYPES.map(({ weight, roles, age, maleHead, foreign }, type) => {
    const lo = at / total;
    at += weight;
    const hi = type === TYPES.length - 1 ? 1 : at / total;
    return `(${type}, ${lo}, ${hi}, [${roles.join(', ')}], ${age[0]}, ${age[1]}, ${maleHead}, ${foreign === true})`;
  });
  return `CREATE TABLE household_types AS
    SELECT * FROM (VALUES ${rows.join(', ')}) v(type, lo, hi, roles, age_lo, age_hi, male_head, is_foreign)`;
}

function peopleSql(world: World): string {
  const era = ERA_ENDS.map((end) => `CAST(year(birth) > ${end} AS INTEGER)`).join(' + ');
  return `
    CREATE TABLE people AS
    WITH aged AS (
      SELECT *, ${sexSql()} AS sex, ${ageSql()} AS age FROM members
    ), born AS (
      SELECT *, DATE '${WORLD_DAY}' - CAST(floor(least(age, ${MAX_AGE}) * 365.25) AS INTEGER) AS birth FROM aged
    ), grouped AS (
      SELECT *, CASE WHEN nation > 0 THEN ${FOREIGN_GIVEN} + (nation - 1) * 2 + sex - 1
        ELSE (sex - 1) * ${ERAS} + ${era} END AS grp FROM born
    )
    SELECT p.pid, p.hid, p.type, p.role, p.sex, p.birth, p.nation, p.pid >= ${world.residents} AS outsider,
      CASE WHEN rnd('family.keep', p.hid) < f.p THEN f.id ELSE f.other END AS family_id,
      CASE WHEN rnd('given.keep', p.pid) < g.p THEN g.id ELSE g.other END AS given_id,
      CASE WHEN p.nation > 0 THEN NULL WHEN rnd('maiden.keep', p.pid) < m.p THEN m.id ELSE m.other END AS maiden_id
    FROM grouped p
    JOIN draw_family f ON f.grp = p.nation AND f.slot = pick('family', p.hid, family_slots(p.nation))
    JOIN draw_family m ON m.grp = 0 AND m.slot = pick('maiden', p.pid, family_slots(0))
    JOIN draw_given g ON g.grp = p.grp AND g.slot = pick('given', p.pid, given_slots(p.grp))
    ORDER BY p.pid;
    DROP TABLE members`;
}

/** Heads as their kind of household has it, spouses the other sex, children by chance. */
function sexSql(): string {
  const head = `CASE WHEN rnd('sex.head', hid) < male_head THEN 1 ELSE 2 END`;
  return `CASE role WHEN ${ROLE.head} THEN ${head} WHEN ${ROLE.spouse} THEN 3 - ${head}
    WHEN ${ROLE.grandfather} THEN 1 WHEN ${ROLE.grandmother} THEN 2
    ELSE 1 + CAST(rnd('sex.child', pid) < 0.487 AS INTEGER) END`;
}

/** Ages in years with a fraction. Twins are two first children of one age. */
function ageSql(): string {
  const youngest = `(children - 1) * 4.5 + 0.3 * rnd('age.baby', hid) + 0.02`;
  const first = `greatest(head_age - 23 - 12 * rnd('age.first', hid), ${youngest})`;
  const second = `CASE WHEN rnd('twins', hid) < ${TWINS} THEN ${first}
    ELSE greatest(${first} - 1.3 - 3 * rnd('age.second', hid), 0.01) END`;
  return `CASE role WHEN 0 THEN head_age WHEN 1 THEN greatest(head_age - 4 + 6 * rnd('age.spouse', hid), 18.1)
    WHEN 2 THEN ${first} WHEN 3 THEN ${second}
    WHEN 4 THEN greatest(${first} - 5 - 2 * rnd('age.third', hid), 0.01)
    WHEN 8 THEN head_age + 24 + 8 * rnd('age.grandfather', hid)
    ELSE head_age + 22 + 9 * rnd('age.grandmother', hid) END`;
}
