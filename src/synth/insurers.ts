import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { insurerCheckDigit } from './check-digits.js';

/** Body of the 保険者番号 (without check digit) and its share among its kind. */
const EMPLOYEE: readonly (readonly [string, number])[] = [
  ['0114001', 30],
  ['0113001', 24],
  ['0613001', 6],
  ['0613144', 5],
  ['0614022', 5],
  ['0627103', 4],
  ['0623031', 3],
  ['0640012', 3],
  ['3113001', 4],
  ['3214001', 6],
  ['3313011', 3],
  ['3414001', 4],
];
const NATIONAL: readonly string[] = ['14101', '14102', '13809', '13027'];
const ELDERLY = '3914001';

/** Makes `insurers` (kind: 0 employees, 1 国保, 2 後期高齢者; o, code, lo, hi: slice of chance in its kind). */
export async function makeInsurers(engine: Engine): Promise<void> {
  const even = NATIONAL.map((body) => [body, 1] as const);
  const kinds = [EMPLOYEE, even, [[ELDERLY, 1] as const]];
  const rows = kinds.flatMap((insurers, kind) => {
    const total = insurers.reduce((sum, [, weight]) => sum + weight, 0);
    let at = 0;
    return insurers.map(([body, weight]) => {
      const lo = at / total;
      at += weight;
      return `(${kind}, ${literal(body + insurerCheckDigit(body))}, ${lo}, ${at / total})`;
    });
  });
  await engine.run(`CREATE TABLE insurers AS
    SELECT *, CAST(row_number() OVER () AS INTEGER) AS o FROM (VALUES ${rows.join(', ')}) v(kind, code, lo, hi)`);
}
