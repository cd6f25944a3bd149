import type { LinkSpec } from '../audit/pipeline-file.js';
import type { Grade } from '../audit/summary.js';
import { makeTable, tableSql } from '../engine/append.js';
import { each, pick, type Row } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { makeFrom } from '../engine/from-register.js';
import { allRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { DIFFERENCES, differences, withDifferences } from '../score/differences.js';
import { commonness, commonnessColumns, commonnessOf, frequencyJoins } from '../score/frequencies.js';
import { nameChangeJoin } from '../score/name-changers.js';
import { FINDING_HITS, type SAMPLE_HITS } from '../tables/found.js';
import { LINKS } from '../tables/people.js';
import { VERDICTS } from '../tables/weighed.js';
import { LEVEL_COLUMNS } from '../verify/comparisons/index.js';
import { LINKED_TEXTS, RECORD_TEXTS } from './fingerprint.js';
import type { HidePlaces } from './hidden-places.js';
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
  /** Texts of the record and of the linked resident for marks and fingerprint, in the order of RECORD_TEXTS and LINKED_TEXTS. */
  readonly record: readonly (string | null)[];
  readonly resident: readonly (string | null)[];
  /** Name and date of birth of the record as keys; null where it does not state both. */
  readonly person: string | null;
}

/** Whether the linked resident, or anybody whom the record was compared with, is protected (支援措置対象者). */
const IS_CONCERNED = `coalesce(r.is_protected, false) OR h.lid IN (
      SELECT y.lid FROM hypotheses y JOIN residents c ON c.rid = y.rid WHERE c.is_protected)`;

/** Makes `finding_hits(lid, kind, group_key)`: what every kind of finding says, in the order of FINDING_KINDS. */
export async function makeHits(engine: Engine, sources: readonly LinkSpec[]): Promise<void> {
  await makeTable(engine, FINDING_HITS);
  for (const [place, kind] of FINDING_KINDS.entries()) {
    const sql = kind.sql(sources);
    if (!sql) continue;
    const found = kind.reads ? await foundThere(engine, kind.reads, sql) : `(${sql})`;
    await engine.run(`INSERT INTO finding_hits SELECT lid, ${literal(place)}, group_key FROM ${found}`);
    if (kind.reads) await engine.run(`DROP TABLE ${found}`);
  }
}

async function foundThere(engine: Engine, reads: readonly string[], sql: string): Promise<string> {
  await makeFrom(engine, FOUND, { reads, sql: () => sql });
  return tableSql(FOUND);
}

const FOUND = { name: 'kind_hits', columns: pick(FINDING_HITS, 'lid', 'group_key'), scratch: true } as const;

const HIT = {
  ...pick(FINDING_HITS, 'lid', 'kind', 'group_key'),
  ...pick(LINKS, 'src', 'record_id', 'organisation', 'rid'),
  resident_id: 'text?',
  ...pick(VERDICTS, 'grade', 'probability'),
  is_concerned: 'bool',
  person: 'text?',
  relative: commonnessColumns('relative'),
  ...DIFFERENCES,
  levels: each('tiny?', LEVEL_COLUMNS),
  record: each(
    'text?',
    RECORD_TEXTS.map((text) => `l_${text}`),
  ),
  resident: each(
    'text?',
    LINKED_TEXTS.map((text) => `r_${text}`),
  ),
} as const;

/** All hits of a table of the shape of `finding_hits`, in the order of link and kind. */
export async function readHits(
  engine: Engine,
  table: typeof FINDING_HITS | typeof SAMPLE_HITS,
  hidePlaces: HidePlaces,
): Promise<Hit[]> {
  const texts = [
    ...RECORD_TEXTS.map((text) => `l.${text} AS l_${text}`),
    ...LINKED_TEXTS.map((text) => `r.${text} AS r_${text}`),
  ];
  const query = `
    SELECT h.lid, h.kind, h.group_key, l.src, l.record_id, l.organisation, l.rid, r.resident_id, v.grade, v.probability,
      ${IS_CONCERNED} AS is_concerned, coalesce(l.nw, l.kw) || ' ' || l.dob AS person,
      ${commonness('relative', 'l', 'r')}, ${differences('x')},
      ${LEVEL_COLUMNS.map((c) => `x.${c}`).join(', ')}, ${texts.join(', ')}
    FROM ${table.name} h
    JOIN links l ON l.lid = h.lid
    JOIN verdicts v ON v.lid = h.lid
    LEFT JOIN residents r ON r.rid = l.rid
    LEFT JOIN levels x ON x.lid = h.lid
    ${frequencyJoins('h.lid')}
    ${nameChangeJoin('r')}
    ORDER BY h.lid, h.kind`;
  return (await allRows(engine, HIT, query)).map((row) => toHit(row, hidePlaces));
}

function toHit(row: Row<typeof HIT>, hidePlaces: HidePlaces): Hit {
  const { lid, kind, src, organisation, rid, grade, probability } = row;
  const sides = [
    { items: RECORD_TEXTS, texts: row.record },
    { items: LINKED_TEXTS, texts: row.resident },
  ] as const;
  const [record, resident] = hidePlaces(...sides, row.is_concerned);
  const codes = row.levels.filter((code) => code !== null);
  return {
    lid,
    kind,
    group: row.group_key,
    src,
    recordId: row.record_id,
    organisation,
    rid,
    residentId: row.resident_id,
    grade,
    probability,
    codes: codes.length === 0 ? null : codes,
    relative: withDifferences(commonnessOf(row.relative), row),
    record,
    resident,
    person: row.person,
  };
}
