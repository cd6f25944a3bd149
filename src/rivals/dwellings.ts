import type { Engine } from '../engine/engine.js';
import { houseNumbers } from '../normalize/house-numbers.js';

/**
 * Makes `dwellings(rid, place, …)`: the house numbers of every resident's address beside the keys of name and birth
 * date, by which a resident is found who lives where a record says, in whatever notation.
 */
export async function makeDwellings(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE dwellings AS
    SELECT * FROM (SELECT rid, ${houseNumbers('address')} AS place, address, nf, kf, nw, kw, dob FROM residents)
    WHERE place IS NOT NULL`);
}
