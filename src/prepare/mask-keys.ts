import { CARD_GROUPS, KEY_MASK, TAIL } from '../audit/mask.js';
import type { Engine } from '../engine/engine.js';
import { narrowDigits } from './person-sql.js';

/** SQL for the digits of a number as a key shows them. */
function maskedKey(digits: string): string {
  return `'${KEY_MASK}' || right(${digits}, ${TAIL})`;
}

/** SQL for an item with the number of its row masked to the last four digits, should it stand in there as it was read. */
export function maskNumberAsRead(item: string, number: string): string {
  return `CASE WHEN length(${number}) >= 10 AND contains(${item}, ${number})
          THEN replace(${item}, ${number}, ${maskedKey(number)}) ELSE ${item} END`;
}

/**
 * The same for the twelve digits of the column `number` beside the item in row `u`, however they are written in either
 * place: 9832-0567-3214 beside ="983205673214".
 */
export function maskOwnNumber(item: string): string {
  const digits = `lpad(CAST(u."number" AS VARCHAR), 12, '0')`;
  const masked = maskedKey(digits);
  const bare = `regexp_replace(${narrowDigits(`u.${item}`)}, '[^0-9]+', '', 'g')`;
  return `CASE WHEN u."number" IS NULL OR length(u.${item}) < 12 THEN u.${item}
        WHEN contains(u.${item}, ${digits}) THEN replace(u.${item}, ${digits}, ${masked})
        WHEN contains(${bare}, ${digits}) THEN ${masked} ELSE u.${item} END`;
}

/**
 * Masks, in items of `links` that outputs show, the numbers of other residents: a key that was made from a number
 * stands on in a record that has been linked to somebody else. Twelve digits that nobody has are a key of their own.
 */
export async function maskHeldNumbers(engine: Engine, items: readonly string[]): Promise<void> {
  for (const item of items) {
    const plain = narrowDigits(`l.${item}`);
    const found = `regexp_extract(${plain}, '(^|[^0-9])${CARD_GROUPS}($|[^0-9])')`;
    await engine.run(`
      CREATE OR REPLACE TABLE exposed AS
      SELECT e.lid, regexp_replace(e.plain, '${CARD_GROUPS}', '${KEY_MASK}\\1') AS masked
      FROM (SELECT l.lid, ${plain} AS plain, regexp_replace(${found}, '[^0-9]+', '', 'g') AS digits FROM links l
            WHERE length(l.${item}) >= 12) e
      WHERE e.digits <> '' AND CAST(e.digits AS BIGINT) IN (SELECT "number" FROM residents);
      UPDATE links SET ${item} = e.masked FROM exposed e WHERE e.lid = links.lid;
      DROP TABLE exposed`);
  }
}
