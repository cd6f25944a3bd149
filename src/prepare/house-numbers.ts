import { type Dialect, DUCKDB } from '../engine/dialect.js';
import { narrowDigits } from './person-sql.js';

/**
 * SQL for the first three numbers of an address as they stand in every notation: 元町一丁目２番地3 コーポ305 and 元町1-2-3 are
 * both 1-2-3. An address without numbers is itself. A key to find rows that may be at one place, not to judge that they
 * are; NULL without an address.
 */
export function houseNumbers(address: string, dialect: Dialect = DUCKDB): string {
  const numbers = (text: string) =>
    `regexp_extract(${dialect.replaceAll(narrowDigits(text), '[^0-9]+', '-')}, '[0-9]+(-[0-9]+){0,2}')`;
  const [before, behind] = [1, 2].map((part) => `split_part(${address}, '丁目', ${part})`);
  const block = `translate(substr(${before}, greatest(length(${before}) - 1, 1)), '一二三四五六七八九', '123456789')`;
  const found = `CASE WHEN strpos(${address}, '丁目') > 0 THEN ${numbers(`${block} || '-' || ${behind}`)} ELSE ${numbers(address)} END`;
  return `coalesce(nullif(${found}, ''), nullif(${address}, ''))`;
}
