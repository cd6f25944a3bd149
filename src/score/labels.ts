import { makeTable, type Relation } from '../engine/append.js';
import type { Row } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { LABELS } from '../tables/compared.js';

/** What people have settled of a link: whether it is wrong, and whose the record is where somebody was named. */
export interface SettledLink {
  readonly source: string;
  readonly recordId: string;
  readonly residentId: string;
  readonly wrong: boolean;
  readonly resident: string | null;
}

/**
 * Makes `labels(lid, wrong, owner)` of the links of this run that people have settled: record, resident and source are
 * those decided on. A link that has been corrected since has another resident, and is not among them.
 */
export async function makeLabels(
  engine: Engine,
  sources: readonly string[],
  settled: readonly SettledLink[],
): Promise<void> {
  await makeTable(engine, LABELS);
  const known = settled.filter(({ source }) => sources.includes(source));
  if (known.length > 0) {
    await makeTable(
      engine,
      SETTLED,
      known.map(({ source, recordId, residentId, wrong, resident }) => ({
        src: sources.indexOf(source),
        record_id: recordId,
        resident_id: residentId,
        wrong,
        owner_id: resident,
      })),
    );
    await engine.run(`
      INSERT INTO labels
      SELECT l.lid, bool_or(s.wrong), min(o.rid)
      FROM settled s JOIN links l ON l.src = s.src AND l.record_id = s.record_id
      JOIN residents r ON r.rid = l.rid AND r.resident_id = s.resident_id
      LEFT JOIN residents o ON o.resident_id = s.owner_id
      GROUP BY l.lid ORDER BY l.lid;
      DROP TABLE settled`);
  }
}

/** What people have settled by the keys of its files: gone once it has met the links. */
const SETTLED = {
  name: 'settled',
  columns: { src: 'int', record_id: 'text', resident_id: 'text', wrong: 'bool', owner_id: 'text?' },
} as const satisfies Relation;

/** A settled link: whether it is wrong, and the rid of the person whose record it is where somebody was named. */
export type Label = Pick<Row<typeof LABELS.columns>, 'wrong' | 'owner'>;

/** All labels by lid: as many as people have decided on. */
export async function readLabels(engine: Engine): Promise<ReadonlyMap<number, Label>> {
  const rows = await allRows(engine, LABELS.columns, 'SELECT lid, wrong, owner FROM labels ORDER BY lid');
  return new Map(rows.map(({ lid, wrong, owner }) => [lid, { wrong, owner }]));
}
