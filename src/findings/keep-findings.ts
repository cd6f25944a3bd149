import { bufferRows } from '../engine/buffer-rows.js';
import type { Engine } from '../engine/engine.js';
import type { Collected } from './collect.js';

/**
 * Writes findings into a table in their order: `place` (1 …), `lid` (NULL for findings about the register), `rid`,
 * `source`, `organisation`, `kind`, `cause`, `finding_id`, `fingerprint`, the line of findings.jsonl as `json`,
 * `candidates` (resident, relations and levels as JSON) for the case page, and `marks` (marks.ts) as JSON.
 */
export async function keepFindings(
  engine: Engine,
  table: 'findings' | 'blind_sample',
  collected: readonly Collected[],
): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE ${table} (place INTEGER, lid INTEGER, rid INTEGER, source VARCHAR, organisation VARCHAR,
      kind VARCHAR, cause VARCHAR, finding_id VARCHAR, fingerprint VARCHAR, json VARCHAR, candidates VARCHAR, marks VARCHAR)`);
  const appender = bufferRows(
    await engine.appender(table, ['int', 'int', 'int', ...Array.from({ length: 9 }, () => 'text' as const)]),
  );
  collected.forEach(({ finding, lid, rid, candidates, marks }, i) => {
    const { source, organisation, kind, cause, finding_id, fingerprint } = finding;
    const texts = [source, organisation, kind, cause, finding_id, fingerprint];
    const json = [finding, candidates, marks].map((part) => JSON.stringify(part));
    appender.push(i + 1, lid, rid, ...texts, ...json);
  });
  appender.close();
}
