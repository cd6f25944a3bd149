import type { InputSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { oneRow } from '../engine/read.js';
import { Failure } from '../text/failure.js';
import { rawTable } from './check.js';

/** A register is no reference when more than this share of its numbers, and more than so many, stand in several rows. */
const SHARE = 0.01;
const FEWEST = 100;

/**
 * Sees that the register's numbers lead to one row each: an export with histories or removed rows would
 * otherwise make every second link look odd.
 *
 * @throws {Failure} `register-duplicates` (exit code 1) beyond the limit, with the reasons counted.
 */
export async function mustNameResidents(engine: Engine, register: InputSpec): Promise<void> {
  if (!register.columns.my_number || !register.columns.resident_id) return;
  const { numbers, shared, same_id, other_id } = await oneRow(
    engine,
    COUNTS,
    `
    WITH numbers AS (
      SELECT count(*) AS n, count(DISTINCT resident_id) AS ids
      FROM ${rawTable(register)} WHERE my_number IS NOT NULL GROUP BY my_number)
    SELECT count(*) AS numbers, count(*) FILTER (WHERE n > 1) AS shared,
      count(*) FILTER (WHERE n > 1 AND ids = 1) AS same_id, count(*) FILTER (WHERE ids > 1) AS other_id
    FROM numbers`,
  );
  if (shared <= FEWEST || shared <= numbers * SHARE) return;
  const percent = ((shared / numbers) * 100).toFixed(1);
  throw new Failure('register-duplicates', { values: { numbers, shared, percent, same_id, other_id } });
}

const COUNTS = { numbers: 'big', shared: 'big', same_id: 'big', other_id: 'big' } as const;
