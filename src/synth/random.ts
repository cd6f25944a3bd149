import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';

/**
 * The one seam of chance: every random choice of a world is `rnd(stream, key)`, a pure function of the seed,
 * a stream's name and a row's key. So a world does not depend on threads, on row order or on other streams.
 */
export async function installRandom(engine: Engine, seed: number): Promise<void> {
  // Hashing the exclusive-or again matters: DuckDB joins the hashes of several arguments by a plain
  // exclusive-or, which would make two streams mirror each other.
  await engine.run(`
    CREATE OR REPLACE MACRO bits(stream, k) AS
      hash(xor(hash(${literal(`${seed}:`)} || stream), CAST(k AS UBIGINT)));
    CREATE OR REPLACE MACRO rnd(stream, k) AS CAST(bits(stream, k) >> 11 AS DOUBLE) / 9007199254740992.0;
    CREATE OR REPLACE MACRO pick(stream, k, n) AS CAST(floor(rnd(stream, k) * (n)) AS INTEGER)`);
}
