import { appendTo, createSql, tableSql } from '../../engine/append.js';
import type { Engine } from '../../engine/engine.js';
import { allRows } from '../../engine/read.js';
import { canonicalAddress } from '../../normalize/address/address.js';
import { houseNumbers } from '../../prepare/house-numbers.js';
import { gazetteerOf } from './place-changes.js';

const LATER_PLACES = {
  name: 'later_places',
  columns: { value: 'text', later: 'text' },
  scratch: true,
} as const;

/**
 * Makes `later_houses`: the house numbers that the address of a suspect's record has had since, where the gazetteer knows of lots
 * that were given new ones. By its own numbers nobody would be found there.
 */
export async function makeLaterHouses(engine: Engine): Promise<void> {
  const gazetteer = await gazetteerOf(engine);
  await engine.run(createSql(LATER_PLACES));
  if (gazetteer.renumbers) {
    const addresses = await allRows(
      engine,
      { address: 'text' },
      'SELECT DISTINCT address FROM suspects WHERE address IS NOT NULL',
    );
    const appender = await appendTo(engine, LATER_PLACES);
    for (const { address } of addresses)
      for (const { text } of gazetteer.later(canonicalAddress(address)))
        appender.push({ value: address, later: text });
    appender.close();
  }
  await engine.run(`
    CREATE OR REPLACE TABLE later_houses AS
    SELECT DISTINCT s.lid, ${houseNumbers('p.later')} AS house
    FROM suspects s JOIN ${tableSql(LATER_PLACES)} p ON p.value = s.address
    ORDER BY s.lid, house;
    DROP TABLE ${tableSql(LATER_PLACES)}`);
}
