import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import type { World } from './world.js';
import { SRC, type WrongCell } from './wrong/cell.js';
import { families } from './wrong/family.js';
import { namesakes } from './wrong/namesake.js';
import { neighbourRecords } from './wrong/neighbour-record.js';
import { numberTypos } from './wrong/number-typo.js';
import { rowShifts } from './wrong/row-shift.js';
import { sharedTerminals } from './wrong/shared-terminal.js';
import { swaps } from './wrong/swap.js';

/** Rare mechanisms choose first, so that common ones do not use up their few places in a small world. */
const CELLS: readonly WrongCell[] = [
  ...namesakes,
  ...rowShifts,
  ...swaps,
  ...neighbourRecords,
  ...numberTypos,
  ...sharedTerminals,
  ...families,
];

/** Share of wrong links that are a parent's account on a child beside the parent's own. */
const SHARED_ACCOUNTS = 0.03;
/** Even the smallest world has this many strikes of each mechanism in each source: links of their own, groups. */
const LEAST = { single: 2, group: 1 } as const;
/** Causes that strike a person once in the whole world: what makes them possible was planted for one record. */
const ONCE = ['number-typo', 'namesake'];

/**
 * Makes `wrong` (src, rid, linked, cause, note): the records that get another person's number; and adds to
 * `rec` a second row for accounts that stand on parent and child.
 */
export async function makeWrongLinks(engine: Engine, world: World): Promise<void> {
  await engine.run(`
    CREATE TABLE living AS SELECT p.pid FROM people p JOIN facts f USING (pid)
    WHERE NOT p.outsider AND f.state = 0 AND p.pid NOT IN (SELECT b FROM duplicates);
    CREATE TABLE typo_targets AS
    SELECT pid, row_number() OVER (ORDER BY rnd('typo.target', pid), pid) AS n FROM living
    QUALIFY n <= ${Math.max(200, Math.round(world.residents / 50))};
    CREATE TABLE wrong (src INTEGER, rid INTEGER, linked INTEGER, cause VARCHAR, note VARCHAR)`);
  if (world.wrongRate === 0) return;
  const links = await engine.value<number>('SELECT count(*) FROM rec');
  const total = links * world.wrongRate;
  for (const cell of CELLS) {
    await strike(
      engine,
      cell,
      Math.max(cell.links === 1 ? LEAST.single : LEAST.group, Math.round((total * cell.share) / cell.links)),
    );
  }
  await shareAccounts(engine, Math.max(LEAST.single, Math.round(total * SHARED_ACCOUNTS)));
}

async function strike(engine: Engine, cell: WrongCell, count: number): Promise<void> {
  const src = SRC[cell.source];
  const stream = literal(`wrong.${cell.cause}.${cell.source}.${cell.links}`);
  // Persons already struck in this source stay out, on either side of a wrong link.
  const everywhere = ONCE.includes(cell.cause) ? `OR w.cause = ${literal(cell.cause)}` : '';
  const shared = `(w.src = ${src} ${everywhere})`;
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE struck AS
    SELECT r.pid FROM wrong w JOIN rec r ON r.src = w.src AND r.rid = w.rid WHERE ${shared}
    UNION SELECT linked FROM wrong w WHERE ${shared} AND linked IS NOT NULL;
    INSERT INTO wrong
    WITH possible AS (${cell.strikes}), whole AS (
      SELECT s.grp FROM possible s JOIN rec r ON r.src = ${src} AND r.rid = s.rid
      GROUP BY s.grp HAVING count(*) >= ${cell.leastRun ?? cell.links}
        AND ${cell.leastRun === undefined ? 'true' : 'max(s.rid) - min(s.rid) + 1 = count(*)'}
        AND bool_and(r.pid NOT IN (SELECT pid FROM struck)
          AND (s.linked IS NULL OR s.linked NOT IN (SELECT pid FROM struck)) AND r.pid IS DISTINCT FROM s.linked)
      ORDER BY rnd(${stream}, s.grp), s.grp LIMIT ${count}
    )
    SELECT ${src}, s.rid, s.linked, ${literal(cell.cause)}, s.note FROM possible s
    WHERE s.grp IN (SELECT grp FROM whole) ORDER BY s.rid`);
}

/** One account on parent and child: the parent's own link is right, the child's is not. */
async function shareAccounts(engine: Engine, count: number): Promise<void> {
  await engine.run(`
    CREATE TEMP TABLE shared AS
    SELECT r.*, c.pid AS child, row_number() OVER (ORDER BY rnd('shared.account', r.rid), r.rid) AS n FROM rec r
    JOIN people p ON p.pid = r.pid AND p.role <= 1 JOIN people c ON c.hid = p.hid AND c.role = 2
    JOIN facts f ON f.pid = c.pid AND f.age < 20
    WHERE r.src = 2 AND c.pid IN (SELECT pid FROM living) AND r.rid NOT IN (SELECT rid FROM wrong WHERE src = 2)
      AND c.pid NOT IN (SELECT pid FROM rec WHERE src = 2) AND c.pid NOT IN (SELECT linked FROM wrong WHERE src = 2)
    QUALIFY n <= ${count};
    INSERT INTO rec SELECT src, (SELECT max(rid) FROM rec WHERE src = 2) + n, record_id, pid, org, terminal, NULL, operator,
      stamp + INTERVAL 6 MINUTE, unit, 1, hid FROM shared ORDER BY n;
    INSERT INTO wrong SELECT 2, (SELECT max(rid) FROM rec WHERE src = 2) - (SELECT count(*) FROM shared) + n, child,
      'family', 'shared-record' FROM shared ORDER BY n`);
}
