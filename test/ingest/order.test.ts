import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { csvRelation, joined } from '../../src/ingest/delimited/csv-relation.js';
import { temporary } from '../end-to-end/program.js';

/** More than the engine reads at once: it takes the parts of a file by several threads. */
const ROWS = 300_000;

// Rows are numbered by where they lie in the table: what reads them must hand them on as they stand in the file.
it('a file that is read by several threads lies in the table as it stands', async () => {
  const path = join(temporary(), 'large.csv');
  const filling = '千葉県市川市若松町3丁目20番地4 コーポ若松305,'.repeat(2);
  writeFileSync(path, Array.from({ length: ROWS }, (_, i) => `${i},${filling}\n`).join(''));
  const engine = await openDuckDb({ threads: 4 });
  const columns = ['c0', 'c1', 'c2', 'c3'];
  const from = csvRelation(path, { delimiter: ',', columns, skip: 0, gzip: false });
  const items = columns.map((column) => joined('address', [column]));
  await engine.run(`CREATE TABLE raw (c0 VARCHAR, c1 VARCHAR, c2 VARCHAR, c3 VARCHAR)`);
  await engine.run(`INSERT INTO raw SELECT ${items.join(', ')} FROM ${from}`);
  expect(await engine.value<number>('SELECT count(*) FROM raw')).toBe(ROWS);
  expect(await engine.value<number>('SELECT count(*) FROM raw WHERE CAST(c0 AS INTEGER) <> rowid')).toBe(0);
  const [plan] = await engine.rows<{ explain_value: string }>(
    `EXPLAIN INSERT INTO raw SELECT ${items.join(', ')} FROM ${from}`,
  );
  expect(plan!.explain_value).not.toMatch(/JOIN/);
  engine.close();
}, 60_000);
