import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';

/**
 * Makes the working tables of a run (docs/architecture.md) readable beside those of the evaluation, by the same
 * names. False where they are gone: `purge` disposes of them.
 */
export async function openWorkTables(engine: Engine, runDir: string): Promise<boolean> {
  const path = join(runDir, 'work', 'totsugo.duckdb');
  if (!existsSync(path)) return false;
  await engine.run(`ATTACH ${literal(path)} AS work (READ_ONLY)`);
  const tables = await engine.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_catalog = 'work' AND table_name NOT LIKE 'raw\\_%' ESCAPE '\\'`,
  );
  await engine.run(
    tables.map(({ name }) => `CREATE VIEW "${name}" AS SELECT * FROM work.main."${name}"`).join(';\n'),
  );
  return true;
}
