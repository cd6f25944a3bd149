import type { Engine } from '../engine/engine.js';
import type { World } from './world.js';

/** A file of a town has few natural namesakes: this many pairs are planted beside those wrong links need. */
function namesakePairs(world: World): number {
  return (
    Math.max(24, Math.round(world.residents / 3000)) + Math.round(world.residents * world.wrongRate * 1.2)
  );
}

function duplicatePairs(world: World): number {
  return Math.max(3, Math.round(world.residents / 5000));
}

/**
 * Makes people alike: twins and some parents and children whose given names share a part; `namesakes` (a, b:
 * same kana, birth date and sex, other address; half of them with the same kanji too) and `duplicates`
 * (a, b: one person on two register rows). Nobody has the given name of another member of the household.
 */
export async function plantLikenesses(engine: Engine, world: World): Promise<void> {
  await nameFamilies(engine);
  await plantPairs(engine, namesakePairs(world), duplicatePairs(world));
  await findNamesakes(engine);
}

async function nameFamilies(engine: Engine): Promise<void> {
  await engine.run(`
    UPDATE people SET given_id = c.sibling FROM (
      SELECT y.pid, g.sibling FROM people y JOIN people e ON e.hid = y.hid AND e.role = 2 AND y.role = 3
        AND e.birth = y.birth AND e.sex = y.sex JOIN given_name g ON g.id = e.given_id
      WHERE rnd('twins.alike', y.pid) < 0.7
      UNION ALL
      SELECT y.pid, g.sibling FROM people y JOIN people e ON e.hid = y.hid AND e.role IN (0, 1) AND y.role = 2
        AND e.sex = y.sex JOIN given_name g ON g.id = e.given_id WHERE rnd('child.alike', y.pid) < 0.05
    ) c WHERE people.pid = c.pid AND c.sibling IS NOT NULL AND people.nation = 0;
    UPDATE people SET given_id = c.sibling FROM (
      SELECT p.pid, g.sibling, row_number() OVER (PARTITION BY p.hid, g.kana ORDER BY p.pid) AS n
      FROM people p JOIN given_name g ON g.id = p.given_id WHERE p.nation = 0
    ) c WHERE people.pid = c.pid AND c.n > 1`);
}

/** Pairs are copied last: whatever changed a name before has changed it for both. */
async function plantPairs(engine: Engine, pairs: number, doubles: number): Promise<void> {
  await engine.run(`
    CREATE TABLE loners AS
    SELECT pid AS b, row_number() OVER (ORDER BY rnd('plant.loner', pid), pid) AS n FROM people
    WHERE nation = 0 AND NOT outsider AND type <= 2 ORDER BY n LIMIT ${pairs + doubles};
    CREATE TABLE models AS
    SELECT pid AS a, row_number() OVER (ORDER BY rnd('plant.model', pid), pid) AS n FROM people
    WHERE nation = 0 AND NOT outsider AND birth BETWEEN DATE '1925-01-01' AND DATE '2004-06-01'
      AND pid NOT IN (SELECT b FROM loners) ORDER BY n LIMIT ${pairs + doubles};
    CREATE TABLE namesakes AS SELECT n, a, b FROM loners JOIN models USING (n) WHERE n <= ${pairs};
    CREATE TABLE duplicates AS SELECT n - ${pairs} AS n, a, b FROM loners JOIN models USING (n) WHERE n > ${pairs};
    UPDATE people SET family_id = c.family_id, given_id = c.given_id, sex = c.sex, birth = c.birth
    FROM (${copiedSql()}) c WHERE people.pid = c.b`);
}

/** What the second of a pair takes from the first; every other namesake is spelt in other kanji. */
function copiedSql(): string {
  return `
    SELECT s.b, p.sex, p.birth,
      CASE WHEN other AND n % 4 = 1 THEN coalesce(f.homophone, p.family_id) ELSE p.family_id END AS family_id,
      CASE WHEN other THEN coalesce(g.homophone, p.given_id) ELSE p.given_id END AS given_id
    FROM (SELECT n, a, b, n % 2 = 1 AS other FROM namesakes UNION ALL SELECT n, a, b, false FROM duplicates) s
    JOIN people p ON p.pid = s.a
    JOIN family_name f ON f.id = p.family_id JOIN given_name g ON g.id = p.given_id`;
}

/**
 * Adds to `namesakes` the pairs of two homes that chance made, at most one a person: of millions hundreds are born on one day under one name,
 * and a clerk who searches takes the wrong one of these as of those that were planted.
 */
export async function findNamesakes(engine: Engine): Promise<void> {
  await engine.run(`
    INSERT INTO namesakes
    WITH planted AS (SELECT a AS pid FROM namesakes UNION ALL SELECT b FROM namesakes UNION ALL SELECT a FROM duplicates UNION ALL SELECT b FROM duplicates),
    alike AS (
      SELECT list(p.pid ORDER BY p.pid) AS pids FROM people p
      JOIN family_name f ON f.id = p.family_id JOIN given_name g ON g.id = p.given_id
      WHERE p.nation = 0 AND NOT p.outsider AND p.pid NOT IN (SELECT pid FROM planted)
      GROUP BY f.kana, g.kana, p.sex, p.birth HAVING count(*) > 1 AND count(DISTINCT p.hid) = count(*)
    )
    SELECT (SELECT max(n) FROM namesakes) + row_number() OVER (ORDER BY pids[1]), pids[1], pids[2] FROM alike`);
}
