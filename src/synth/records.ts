import type { Engine } from '../engine/engine.js';
import { makeInsurers } from './insurers.js';
import type { World } from './world.js';

/** Sources in the order of the pipeline file; a source's number in the tables is its place here. */
export const SOURCES = ['cards', 'insurance', 'accounts', 'services'] as const;
export type SourceName = (typeof SOURCES)[number];

/** A person who died or moved away keeps a link this often. */
const SURVIVES = `(f.state = 0 OR rnd('link.survives', f.pid) < CASE f.state WHEN 1 THEN 0.08 ELSE 0.12 END)`;
const CARDS_A_DAY = 40;
const KIOSK_A_DAY = 45;
const WORKING_DAYS = 160;

/**
 * Makes `rec`, one row per record of every source, as if no mistake had been made: src, rid (1, 2 … in file
 * order), record_id, pid (whose record it is), org, terminal and tseq (order of use; NULL away from
 * terminals), operator, stamp, unit (insured family), copy (1 for a second card of one person).
 */
export async function makeRecords(engine: Engine, world: World): Promise<void> {
  await makeInsurers(engine);
  await engine.run(`
    CREATE MACRO working_day(first, d) AS CAST(first AS DATE) + CAST((d // 5) * 7 + d % 5 AS INTEGER);
    CREATE TABLE rec (src INTEGER, rid INTEGER, record_id VARCHAR, pid INTEGER, org VARCHAR, terminal VARCHAR,
      tseq INTEGER, operator VARCHAR, stamp TIMESTAMP, unit BIGINT, copy INTEGER, hid INTEGER);
    INSERT INTO rec ${cardsSql(world)};
    INSERT INTO rec ${insuranceSql()};
    INSERT INTO rec ${accountsSql(world)};
    INSERT INTO rec ${servicesSql()}`);
}

/** SQL of the moment of a terminal's `tseq`-th use: minutes after the one before, on working days. */
function moment(first: string, aDay: number, opens: number, minutes: number, key: string): string {
  return `working_day('${first}', tseq // ${aDay}) + INTERVAL ${opens} MINUTE
    + to_minutes(CAST((tseq % ${aDay}) * ${minutes} + pick('moment.minute', ${key}, ${minutes - 3}) AS INTEGER))
    + to_seconds(pick('moment.second', ${key}, 60))`;
}

/** SQL of a window's terminal: two digits, more where a city has a hundred windows (`lpad` would cut them to two, and make many windows one). */
export function windowName(code: string, window: string): string {
  return `'T' || substr(${code}, 1, 5) || CASE WHEN ${window} < 9 THEN '0' ELSE '' END || (${window} + 1)`;
}

function cardsSql(world: World): string {
  const second = Math.max(0.0003, 5 / world.residents);
  return `
    WITH holders AS (
      SELECT p.pid, p.hid, l.code, c.copy, p.pid * 2 + c.copy AS k
      FROM people p JOIN facts f USING (pid) JOIN places l ON l.aid = 2 * p.hid, (VALUES (0), (1)) c(copy)
      WHERE rnd('card.has', p.pid) < CASE WHEN f.age < 15 THEN 0.62 WHEN f.age > 80 THEN 0.68 ELSE 0.78 END
        AND ${SURVIVES} AND (c.copy = 0 OR rnd('card.second', p.pid) < ${second})
        AND p.pid NOT IN (SELECT b FROM duplicates)
    ), windows AS (
      SELECT *, pick('card.window', k, greatest(1, count(*) OVER (PARTITION BY code) // ${CARDS_A_DAY * WORKING_DAYS})) AS w
      FROM holders
    ), used AS (
      SELECT *, CAST(row_number() OVER (PARTITION BY code, w ORDER BY rnd('card.visit',
          CASE WHEN rnd('card.together', hid) < 0.5 AND copy = 0 THEN hid ELSE 2000000000 + k END), k) - 1 AS INTEGER) AS tseq,
        row_number() OVER (PARTITION BY code ORDER BY rnd('card.issue', k), k) AS issue FROM windows
    )
    SELECT 0, CAST(row_number() OVER (ORDER BY code, issue) AS INTEGER), code || '-' || lpad(CAST(issue AS VARCHAR), 7, '0'),
      pid, code, ${windowName('code', 'w')}, tseq,
      'U' || lpad(CAST(pick('card.operator', (tseq // ${CARDS_A_DAY}) * 100 + w, 24) + 1 AS VARCHAR), 4, '0'),
      ${moment('2022-11-07', CARDS_A_DAY, 525, 12, 'k')}, NULL, copy, hid
    FROM used ORDER BY code, issue`;
}

/** 記号・番号 are a family's, 枝番 tells its members apart; those over 75 are insured one by one. */
function insuranceSql(): string {
  return `
    WITH insured AS (
      SELECT p.pid, p.hid, p.role, CASE WHEN f.age >= 75 THEN p.pid * 10 + 1 WHEN p.role >= 8 THEN p.hid * 10 + 2
          WHEN p.role BETWEEN 2 AND 4 AND f.age >= 22 THEN p.pid * 10 + 3 ELSE p.hid * 10 END AS unit,
        CASE WHEN f.age >= 75 THEN 2 WHEN p.role >= 8 THEN 1 END AS fixed
      FROM people p JOIN facts f USING (pid) WHERE ${SURVIVES} AND p.pid NOT IN (SELECT b FROM duplicates)
    ), kinds AS (
      SELECT *, coalesce(fixed, CASE WHEN rnd('insurer.kind', unit) < 0.27 THEN 1 ELSE 0 END) AS kind FROM insured
      WHERE rnd('insured', unit) < 0.91 AND rnd('insured.person', pid) < 0.95
    ), placed AS (
      SELECT k.*, i.code FROM kinds k
      JOIN insurers i ON i.kind = k.kind AND rnd('insurer', unit) >= i.lo AND rnd('insurer', unit) < i.hi
    ), units AS (
      SELECT *, dense_rank() OVER (PARTITION BY code ORDER BY rnd('unit', unit), unit) - 1 AS n,
        row_number() OVER (PARTITION BY unit ORDER BY role, pid) - 1 AS branch FROM placed
    )
    SELECT 1, CAST(row_number() OVER (ORDER BY code, n, branch) AS INTEGER),
      code || '-' || (101 + n // 400) || '-' || (1 + n % 400) || '-' || lpad(CAST(branch AS VARCHAR), 2, '0'),
      pid, code, NULL, NULL, NULL,
      working_day('2021-10-18', pick('insured.day', unit, 380)) + INTERVAL 9 HOUR
        + to_seconds(pick('insured.second', unit, 30000)), unit, 0, hid
    FROM units ORDER BY code, n, branch`;
}

function accountsSql(world: World): string {
  const kiosks = Math.max(2, Math.round((world.residents * 0.22) / (KIOSK_A_DAY * WORKING_DAYS)));
  return `
    WITH holders AS (
      SELECT p.pid, p.hid, f.age FROM people p JOIN facts f USING (pid)
      WHERE rnd('account.has', p.pid) < CASE WHEN f.age < 18 THEN 0.33 ELSE 0.54 END AND ${SURVIVES}
        AND p.pid NOT IN (SELECT b FROM duplicates)
    ), banks AS (
      SELECT *, ['0001', '0005', '0009', '0010', '0033', '0138', '0137', '0310', '1345', '2004', '9900', '9900'][
        1 + pick('bank', pid, 12)] AS bank, rnd('kiosk', hid) < 0.45 AS at_kiosk FROM holders
    ), branches AS (
      SELECT *, lpad(CAST(1 + pick('branch', pid, 18) * 7 AS VARCHAR), 3, '0') AS branch,
        pick('kiosk.no', hid, ${kiosks}) AS kiosk FROM banks
    ), numbered AS (
      SELECT *, CASE WHEN rnd('account.type', pid) < 0.97 THEN '1' ELSE '4' END AS type, 1000000 + 23 * row_number() OVER
          (PARTITION BY bank, branch ORDER BY rnd('account.order', pid), pid) + pick('account.step', pid, 22) AS number,
        CASE WHEN at_kiosk THEN CAST(row_number() OVER (PARTITION BY at_kiosk, kiosk ORDER BY rnd('kiosk.visit',
          CASE WHEN rnd('kiosk.together', hid) < 0.4 THEN hid ELSE 2000000000 + pid END), pid) - 1 AS INTEGER) END AS tseq
      FROM branches
    )
    SELECT 2, CAST(row_number() OVER (ORDER BY bank, branch, type, number) AS INTEGER),
      bank || '-' || branch || '-' || type || '-' || number, pid, bank,
      CASE WHEN at_kiosk THEN 'K' || lpad(CAST(kiosk + 1 AS VARCHAR), 5, '0') END, tseq, NULL,
      CASE WHEN at_kiosk THEN ${moment('2022-06-30', KIOSK_A_DAY, 540, 10, 'pid')}
        ELSE TIMESTAMP '2022-06-30 06:00:00' + to_days(pick('account.day', pid, 270))
          + to_seconds(pick('account.second', pid, 61000)) END, NULL, 0, hid
    FROM numbered ORDER BY bank, branch, type, number`;
}

function servicesSql(): string {
  return `
    WITH users AS (
      SELECT p.pid, p.hid, c.copy, p.pid * 2 + c.copy AS k, ['finpass', 'housing-loan', 'medinote', 'rideon', 'telesign'][
        1 + (pick('provider', p.pid, 5) + c.copy * 2) % 5] AS provider
      FROM people p JOIN facts f USING (pid), (VALUES (0), (1)) c(copy)
      WHERE rnd('service.has', p.pid) < CASE WHEN c.copy = 0 THEN 0.235 ELSE 0.03 END AND f.age >= 15 AND ${SURVIVES}
        AND p.pid NOT IN (SELECT b FROM duplicates)
    ), numbered AS (
      SELECT *, row_number() OVER (PARTITION BY provider ORDER BY rnd('service.order', k), k) AS n FROM users
    )
    SELECT 3, CAST(row_number() OVER (ORDER BY rnd('service.order', k), k) AS INTEGER),
      provider || '-' || lpad(CAST(n * 3 + pick('service.step', k, 3) AS VARCHAR), 8, '0'),
      pid, provider, NULL, NULL, NULL,
      TIMESTAMP '2021-04-01 00:00:00' + to_seconds(pick('service.at', k, 68000000)), NULL, 0, hid
    FROM numbered`;
}
