import type { LinkSpec } from '../audit/pipeline-file.js';
import type { Grade } from '../audit/summary.js';
import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { COMMONNESS_COLUMNS, commonness, commonnessOf, FREQUENCY_JOINS } from '../score/frequencies.js';
import { LEVEL_COLUMNS, OPTIONAL_ITEMS, PERSON_ITEMS } from '../verify/comparisons/index.js';
import { FINDING_KINDS } from './kinds/index.js';

/** A link about which something was found, with what its finding says. */
export interface Hit {
  readonly lid: number;
  /** Place in FINDING_KINDS. */
  readonly kind: number;
  readonly group: string | null;
  readonly src: number;
  readonly recordId: string;
  readonly organisation: string | null;
  readonly rid: number | null;
  readonly residentId: string | null;
  readonly grade: Grade;
  readonly probability: number;
  /** Level codes against the linked resident, null without one; and how common that resident's names are. */
  readonly codes: readonly number[] | null;
  readonly relative: readonly (number | null)[];
  /** Texts of the record and of the linked resident, in the order of RECORD_TEXTS and RESIDENT_TEXTS. */
  readonly record: readonly (string | null)[];
  readonly resident: readonly (string | null)[];
}

const PERSON_TEXTS = [...PERSON_ITEMS, 'status', ...OPTIONAL_ITEMS];
export const RECORD_TEXTS: readonly string[] = ['record_id', ...PERSON_TEXTS];
export const RESIDENT_TEXTS: readonly string[] = ['resident_id', ...PERSON_TEXTS];

/** Makes `finding_hits(lid, kind, group_key)`: what every kind of finding says, in the order of FINDING_KINDS. */
export async function makeHits(engine: Engine, sources: readonly LinkSpec[]): Promise<void> {
  await engine.run('CREATE OR REPLACE TABLE finding_hits (lid INTEGER, kind UTINYINT, group_key VARCHAR)');
  for (const [place, kind] of FINDING_KINDS.entries()) {
    const sql = kind.sql(sources);
    if (sql)
      await engine.run(`INSERT INTO finding_hits SELECT lid, ${literal(place)}, group_key FROM (${sql})`);
  }
}

/** All hits of a table of the shape of `finding_hits`, in the order of link and kind. */
export async function readHits(engine: Engine, table = 'finding_hits'): Promise<Hit[]> {
  const hits: Hit[] = [];
  const texts = [...RECORD_TEXTS.map((t) => `l.${t}`), ...RESIDENT_TEXTS.map((t) => `r.${t}`)];
  const query = `
    SELECT h.lid, h.kind, h.group_key, l.src, l.record_id, l.organisation, l.rid, r.resident_id, v.grade, v.probability,
      ${commonness('relative', 'l', 'r')},
      ${LEVEL_COLUMNS.map((c) => `x.${c}`).join(', ')}, ${texts.join(', ')}
    FROM ${table} h
    JOIN links l ON l.lid = h.lid
    JOIN verdicts v ON v.lid = h.lid
    LEFT JOIN residents r ON r.rid = l.rid
    LEFT JOIN levels x ON x.lid = h.lid
    ${FREQUENCY_JOINS}
    ORDER BY h.lid, h.kind`;
  for await (const { rows, columns } of engine.batches(query)) {
    for (let i = 0; i < rows; i++) hits.push(toHit(columns.map((column) => column[i])));
  }
  return hits;
}

function toHit(cells: readonly unknown[]): Hit {
  const [lid, kind, group, src, recordId, organisation, rid, residentId, grade, probability, ...rest] = cells;
  const [relative, levels] = [rest.slice(0, COMMONNESS_COLUMNS), rest.slice(COMMONNESS_COLUMNS)];
  const codes = levels.slice(0, LEVEL_COLUMNS.length) as (number | null)[];
  const texts = levels.slice(LEVEL_COLUMNS.length) as (string | null)[];
  return {
    lid: lid as number,
    kind: kind as number,
    group: group as string | null,
    src: src as number,
    recordId: recordId as string,
    organisation: organisation as string | null,
    rid: rid as number | null,
    residentId: residentId as string | null,
    grade: grade as Grade,
    probability: probability as number,
    codes: codes[0] === null ? null : (codes as number[]),
    relative: commonnessOf(relative as (number | null)[]),
    record: texts.slice(0, RECORD_TEXTS.length),
    resident: texts.slice(RECORD_TEXTS.length),
  };
}
