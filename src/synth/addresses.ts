import type { Engine } from '../engine/engine.js';
import { homeMunicipalities } from './municipalities.js';
import { dataLines } from './names/names.js';
import type { World } from './world.js';

const FLATS = 0.45;
const MOVED_WITHIN = 0.5;
const KANJI_DIGITS = '〇一二三四五六七八九';

/**
 * Makes `places`, two for each household: aid = 2 × hid where it lives, 2 × hid + 1 where it lived before.
 * Columns: code, pref, city, kanji_chome, town, chome (0 none), ban, go (0 none), building, room.
 */
export async function makePlaces(engine: Engine, world: World): Promise<void> {
  const homes = homeMunicipalities(world.residents);
  const [firsts, seconds] = buildingParts();
  await engine.run(`
    CREATE MACRO fw(x) AS translate(CAST(x AS VARCHAR), '0123456789', '０１２３４５６７８９');
    CREATE MACRO kanji(n) AS [${kanjiNumbers().join(', ')}][n];
    CREATE TABLE places AS
    WITH sites AS (
      SELECT a AS aid, a % 2 AS former, a // 2 AS hid,
        ${homes[0]} + CAST(floor(${homes.length} * pow(rnd('home', a // 2), 1.4)) AS INTEGER) AS home
      FROM range(2 * (SELECT count(*) FROM households)) r(a)
    ), chosen AS (
      SELECT aid, CASE WHEN former = 0 OR rnd('moved.within', hid) < ${MOVED_WITHIN} THEN home
        ELSE pick('moved.from', hid, (SELECT count(*) FROM municipalities)) END AS m,
        rnd('flat', aid) < ${FLATS} AS flat FROM sites
    ), sited AS (
      SELECT c.aid, c.flat, m.*, CASE WHEN flat THEN 1000000000000 + c.m * 10000000 + pick('building', aid, m.buildings)
        ELSE aid END AS site FROM chosen c JOIN municipalities m ON m.m = c.m
    ), towned AS (
      SELECT s.*, t.name AS town, t.chomes FROM sited s
      JOIN towns t ON t.m = s.m AND t.t = CAST(floor(s.towns * pow(rnd('town', s.site), 1.3)) AS INTEGER)
    )
    SELECT CAST(aid AS INTEGER) AS aid, code, pref, city, kanji_chome, town,
      CASE WHEN chomes = 0 THEN 0 ELSE 1 + pick('chome', site, chomes) END AS chome,
      CASE WHEN chomes = 0 THEN 1 + pick('banchi', site, 2400) ELSE 1 + pick('ban', site, 38) END AS ban,
      CASE WHEN chomes > 0 THEN 1 + pick('go', site, 24)
        WHEN rnd('edaban', site) < 0.5 THEN 0 ELSE 1 + pick('edaban.no', site, 30) END AS go,
      CASE WHEN flat THEN [${firsts}][1 + pick('building.first', site, ${firsts.length})]
        || [${seconds}][1 + pick('building.second', site, ${seconds.length})] END AS building,
      CASE WHEN flat THEN (1 + pick('floor', aid, 2 + pick('floors', site, 9))) * 100 + 1 + pick('door', aid, 8) END AS room
    FROM towned ORDER BY aid`);
}

function buildingParts(): readonly [readonly string[], readonly string[]] {
  const lines = dataLines('buildings.txt');
  const split = lines.indexOf('-');
  const quoted = lines.map((line) => `'${line}'`);
  return [quoted.slice(0, split), quoted.slice(split + 1)];
}

function kanjiNumbers(): readonly string[] {
  return Array.from({ length: 99 }, (_, index) => {
    const tens = Math.floor((index + 1) / 10);
    const ones = (index + 1) % 10;
    const ten = tens === 0 ? '' : `${tens === 1 ? '' : KANJI_DIGITS[tens]}十`;
    return `'${ten}${ones === 0 ? '' : KANJI_DIGITS[ones]}'`;
  });
}
