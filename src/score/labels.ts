import { bufferRows } from '../engine/buffer-rows.js';
import type { Engine } from '../engine/engine.js';

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
  await engine.run(`
    CREATE OR REPLACE TABLE labels (lid INTEGER, wrong BOOLEAN, owner INTEGER);
    CREATE OR REPLACE TABLE settled (src INTEGER, record_id VARCHAR, resident_id VARCHAR, wrong BOOLEAN, owner_id VARCHAR)`);
  const known = settled.filter(({ source }) => sources.includes(source));
  if (known.length > 0) {
    const rows = bufferRows(await engine.appender('settled', ['int', 'text', 'text', 'bool', 'text']));
    for (const { source, recordId, residentId, wrong, resident } of known) {
      rows.push(sources.indexOf(source), recordId, residentId, wrong, resident);
    }
    rows.close();
    await engine.run(`
      INSERT INTO labels
      SELECT l.lid, bool_or(s.wrong), min(o.rid)
      FROM settled s JOIN links l ON l.src = s.src AND l.record_id = s.record_id
      JOIN residents r ON r.rid = l.rid AND r.resident_id = s.resident_id
      LEFT JOIN residents o ON o.resident_id = s.owner_id
      GROUP BY l.lid ORDER BY l.lid`);
  }
  await engine.run('DROP TABLE settled');
}

/** A settled link: whether it is wrong, and the rid of the person whose record it is where somebody was named. */
export interface Label {
  readonly wrong: boolean;
  readonly owner: number | null;
}

/** All labels by lid: as many as people have decided on. */
export async function readLabels(engine: Engine): Promise<ReadonlyMap<number, Label>> {
  const rows = await engine.rows<Label & { lid: number }>(
    'SELECT lid, wrong, owner FROM labels ORDER BY lid',
  );
  return new Map(rows.map(({ lid, wrong, owner }) => [lid, { wrong, owner }]));
}
