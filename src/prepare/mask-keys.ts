import { CARD_GROUPS, KEY_MASK, TAIL } from '../audit/mask.js';
import type { Pseudonyms } from '../audit/pseudonyms.js';
import { tableSql } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import { hmacSql } from '../engine/hmac-sql.js';
import { narrowDigits } from './person-sql.js';

/** SQL for what stands behind the mask of twelve digits, so that two keys with one ending stay two; empty without a key. */
export type KeyMask = (digits: string) => string;

/** Letters of a pseudonym: with the four digits shown, keys of a whole country do not meet. None of them is a digit. */
const LETTERS = 12;

export function keyMask(pseudonyms: Pseudonyms | null): KeyMask {
  if (pseudonyms === null) return () => `''`;
  const key = pseudonyms.keyFor('key of a row');
  return (digits) =>
    `'-' || translate(left(${hmacSql(key.reveal(), digits)}, ${LETTERS}), '0123456789abcdef', 'ghjkmnpqrstvwxyz')`;
}

/** SQL for the digits of a number as a key shows them. */
function maskedKey(digits: string, mask: KeyMask): string {
  return `'${KEY_MASK}' || right(${digits}, ${TAIL}) || ${mask(digits)}`;
}

/** SQL for an item with the number of its row masked to the last four digits, should it stand in there as it was read. */
export function maskNumberAsRead(item: string, number: string, mask: KeyMask): string {
  const digits = `lpad(regexp_replace(${narrowDigits(number)}, '[^0-9]+', '', 'g'), 12, '0')`;
  const masked = `'${KEY_MASK}' || right(${number}, ${TAIL}) || ${mask(digits)}`;
  return `CASE WHEN length(${number}) >= 10 AND contains(${item}, ${number})
          THEN replace(${item}, ${number}, ${masked}) ELSE ${item} END`;
}

/**
 * The same for the twelve digits of the column `number` beside the item in row `u`, however they are written in either
 * place: 9832-0567-3214 beside ="983205673214".
 */
export function maskOwnNumber(item: string, mask: KeyMask): string {
  const digits = `lpad(CAST(u."number" AS VARCHAR), 12, '0')`;
  const masked = maskedKey(digits, mask);
  // Most keys are digits and hyphens, which are taken out at a quarter of the price of anything else.
  const bare = `CASE WHEN regexp_full_match(u.${item}, '[0-9-]*') THEN replace(u.${item}, '-', '')
          ELSE regexp_replace(${narrowDigits(`u.${item}`)}, '[^0-9]+', '', 'g') END`;
  // Most keys are shorter than twelve bytes, and bytes need not be counted; 本人申告 has twelve.
  return `CASE WHEN u."number" IS NULL OR strlen(u.${item}) < 12 OR length(u.${item}) < 12 THEN u.${item}
        WHEN contains(u.${item}, ${digits}) THEN replace(u.${item}, ${digits}, ${masked})
        WHEN contains(${bare}, ${digits}) THEN ${masked} ELSE u.${item} END`;
}

/**
 * Masks, in items of `links` that outputs show, the numbers of other residents: a key that was made from a number
 * stands on in a record that has been linked to somebody else. Twelve digits that nobody has are a key of their own.
 */
export async function maskHeldNumbers(
  engine: Engine,
  items: readonly string[],
  mask: KeyMask,
): Promise<void> {
  const exposed = tableSql({ name: 'exposed', scratch: true });
  const found = `regexp_extract(plain, '(^|[^0-9])${CARD_GROUPS}($|[^0-9])')`;
  for (const item of items) {
    await engine.run(`
      CREATE OR REPLACE TABLE ${exposed} AS
      SELECT e."value", regexp_replace(e.plain, '${CARD_GROUPS}', '${KEY_MASK}\\1' || ${mask('e.digits')}) AS masked
      FROM (SELECT "value", plain, regexp_replace(${found}, '[^0-9]+', '', 'g') AS digits
            FROM (SELECT "value", ${narrowDigits('"value"')} AS plain
                  FROM (SELECT DISTINCT ${item} AS "value" FROM links WHERE strlen(${item}) >= 12))) e
      WHERE e.digits <> '' AND CAST(e.digits AS BIGINT) IN (SELECT "number" FROM residents);
      UPDATE links SET ${item} = e.masked FROM ${exposed} e WHERE e."value" = links.${item};
      DROP TABLE ${exposed}`);
  }
}
