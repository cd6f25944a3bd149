import type { Engine } from '../../engine/engine.js';
import { decideSql, ITEMS, noteSql } from '../differences.js';
import type { SourceName } from '../records.js';
import { SRC } from '../wrong/cell.js';

/** Certificates replaced since the service saw them. */
const STALE_SERIALS = 0.015;

/** A namesake's record is told from the namesake by its address alone: it has one, and the right one. */
const ADDRESS_TOLD = `j.cause IS DISTINCT FROM 'namesake'`;

/** SQL of a certificate's serial: ten hexadecimal digits in the order of issue; `old` ones are gone. */
export function serialSql(kind: 'auth' | 'sign' | 'old', order: string): string {
  const base = { auth: 0x2a00000000, sign: 0x3c00000000, old: 0x1900000000 }[kind];
  return `printf('%010X', CAST(${base} + ${order} AS BIGINT))`;
}

/**
 * Makes `out_<source>`: every record with its items as the source holds them (items in the person's own
 * writing, the number that of the linked resident) and its columns of truth.csv.
 */
export async function makeExport(engine: Engine, source: SourceName): Promise<void> {
  const src = SRC[source];
  await engine.run(`
    CREATE TABLE out_${source} AS
    WITH joined AS (
      SELECT r.rid, r.record_id, r.org, r.terminal, r.operator, r.stamp, r.unit, r.copy, r.pid,
        CASE WHEN w.rid IS NULL THEN r.pid ELSE w.linked END AS linked, w.rid IS NOT NULL AS wrong, w.cause,
        w.note AS wrong_note, ${src} * 500000000 + r.rid AS k
      FROM rec r LEFT JOIN wrong w ON w.src = ${src} AND w.rid = r.rid WHERE r.src = ${src}
    ), known AS (
      SELECT j.*, l.resident_id, l.state AS linked_state, l.serial_order AS linked_serial, n.my_number AS linked_number,
        e.my_number AS entered, f.resident_id AS true_resident_id, f.mover, f.newlywed, f.former_registered, f.aid, p.hid, p.birth, p.sex, p.nation,
        ${nameColumns()},
        ${ADDRESS_TOLD} AS address_told,
        ${src === SRC.services ? `NOT wrong AND copy = 0 AND rnd('stale-serial', k) < ${STALE_SERIALS}` : 'false'} AS stale_serial
      FROM joined j
      JOIN people p ON p.pid = j.pid JOIN facts f ON f.pid = j.pid
      JOIN family_name fn ON fn.id = p.family_id JOIN given_name gn ON gn.id = p.given_id
      LEFT JOIN family_name mn ON mn.id = p.maiden_id LEFT JOIN family_name an ON an.id = f.alias_id
      LEFT JOIN given_name hn ON hn.id = gn.homophone
      LEFT JOIN facts l ON l.pid = j.linked LEFT JOIN numbers n ON n.pid = j.linked
      LEFT JOIN entered e ON e.src = ${src} AND e.rid = j.rid
    ), decided AS (
      SELECT *, ${decideSql(source)} FROM known
    )
    SELECT rid, record_id, org, terminal, operator, stamp, cause,
      coalesce(entered, linked_number) AS my_number,
      CASE WHEN stale_serial THEN ${serialSql('old', 'd.pid')} ELSE ${serialSql('auth', 'linked_serial')} END AS serial,
      CASE WHEN NOT stale_serial THEN resident_id END AS resident_id, true_resident_id, wrong, k, nation,
      CASE WHEN NOT "no-name" AND NOT "bare" THEN ${ITEMS.family} || CASE WHEN nation > 0 AND NOT "alias" THEN ' ' ELSE '　' END || ${ITEMS.given} END AS name,
      CASE WHEN NOT "no-kana" AND NOT "bare" THEN ${ITEMS.kanaFamily} || '　' || ${ITEMS.kanaGiven} END AS kana,
      CASE WHEN NOT "no-birth" AND NOT "bare" THEN ${ITEMS.birth} END AS birth, "day-unknown" AS day_unknown,
      CASE WHEN NOT "no-sex" AND NOT "bare" THEN CASE WHEN "sex-mistyped" THEN 3 - sex ELSE sex END END AS sex,
      CASE WHEN NOT "no-address" AND NOT "bare" THEN ${ITEMS.address} END AS address,
      ${noteSql(source, plantedNotes())} AS note
    FROM decided d JOIN places pc ON pc.aid = d.aid JOIN places pf ON pf.aid = d.hid * 2 + 1 ORDER BY rid`);
}

function nameColumns(): string {
  const forms = ['text', 'kana', 'variant', 'unknown', 'dakuten', 'long', 'typo'];
  return [
    ...forms.map((form) => `fn."${form}" AS f_${form}`),
    ...forms.map((form) => `gn."${form}" AS g_${form}`),
    'mn.text AS m_text',
    'mn.kana AS m_kana',
    'an.text AS a_text',
    'an.kana AS a_kana',
    'gn.hanzi AS g_hanzi',
    'hn.text AS h_text',
  ].join(', ');
}

/** What is planted about the link itself. A slip's note becomes what the number turned out to be. */
function plantedNotes(): readonly string[] {
  return [
    `CASE wrong_note WHEN 'slip' THEN '' WHEN 'slip-unknown' THEN 'unknown-number'
      WHEN 'slip-invalid' THEN 'invalid-number' ELSE wrong_note END`,
    `CASE WHEN stale_serial THEN 'stale-binding' END`,
    `CASE WHEN NOT wrong AND resident_id IS NULL THEN 'unknown-number' END`,
    `CASE WHEN NOT wrong AND copy = 1 AND k < 500000000 THEN 'duplicate-link' END`,
    `CASE WHEN NOT stale_serial AND linked_state > 0 THEN 'defunct-resident' END`,
    `CASE WHEN wrong AND true_resident_id IS NULL THEN 'nobody-fits' END`,
  ];
}
