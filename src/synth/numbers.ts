import type { Engine } from '../engine/engine.js';
import { myNumberRemainder, myNumberSql } from './check-digits.js';

const CANDIDATES = 60;

interface Slip {
  readonly src: number;
  readonly rid: number;
  readonly pid: number;
  readonly linked: number | null;
  readonly note: string;
  readonly bodies: readonly string[];
  readonly chance: readonly number[];
}

/**
 * Makes `numbers` (pid, my_number: 12 digits with a right check digit, no two alike) and `entered`
 * (src, rid, my_number: what a typing error made of the number). For a slip that hits a resident, both
 * persons' numbers are made one slip apart: both valid, as a system that tests check digits would let pass.
 */
export async function makeNumbers(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE TABLE bodies AS SELECT pid, ${bodySql('my-number', 'pid')} AS body, false AS fixed FROM people;
    CREATE TABLE entered (src INTEGER, rid INTEGER, my_number VARCHAR)`);
  const slips = await engine.rows<Slip>(`
    SELECT w.src, w.rid, r.pid, w.linked, w.note,
      list_transform(range(${CANDIDATES}), lambda i: ${bodySql('slip', 'w.src * 50000000000 + w.rid * 100 + i')}) AS bodies,
      list_transform(range(4), lambda i: rnd('slip.chance', w.src * 50000000000 + w.rid * 100 + i)) AS chance
    FROM wrong w JOIN rec r USING (src, rid) WHERE w.note LIKE 'slip%' ORDER BY w.src, w.rid`);
  for (const slip of slips) await applySlip(engine, slip);
  await separate(engine);
  await engine.run(`CREATE TABLE numbers AS SELECT pid, ${myNumberSql('body')} AS my_number FROM bodies ORDER BY pid;
    DROP TABLE bodies`);
}

function bodySql(stream: string, key: string): string {
  return `lpad(CAST(bits('${stream}', ${key}) % 100000000000 AS VARCHAR), 11, '0')`;
}

async function applySlip(engine: Engine, slip: Slip): Promise<void> {
  const [own, typed] = slipPair(slip);
  const fixed = [`(${slip.pid}, '${own.slice(0, 11)}')`];
  if (slip.linked !== null) fixed.push(`(${slip.linked}, '${typed.slice(0, 11)}')`);
  else await engine.run(`INSERT INTO entered VALUES (${slip.src}, ${slip.rid}, '${typed}')`);
  await engine.run(`UPDATE bodies SET body = v.body, fixed = true
    FROM (VALUES ${fixed.join(', ')}) v(pid, body) WHERE bodies.pid = v.pid`);
}

/** A number and what one slip makes of it: still valid, unless the note wants an invalid one. */
function slipPair(slip: Slip): readonly [string, string] {
  const wantValid = slip.note !== 'slip-invalid';
  for (const body of slip.bodies) {
    const remainder = myNumberRemainder(body);
    const own = body + (remainder <= 1 ? '0' : String(11 - remainder));
    const typed = slipsOf(body)
      .map((changed) => changed + own[11])
      .filter((number) => isValid(number) === wantValid);
    if (typed.length > 0) return [own, typed[Math.floor(slip.chance[0]! * typed.length)]!];
  }
  throw new RangeError('no number with a slip of that kind among the candidates');
}

function isValid(number: string): boolean {
  const remainder = myNumberRemainder(number.slice(0, 11));
  return number[11] === (remainder <= 1 ? '0' : String(11 - remainder));
}

/** Every text one substituted digit or one swap of neighbours away. */
function slipsOf(body: string): readonly string[] {
  const digits = [...body];
  const substituted = digits.flatMap((digit, at) =>
    [...'0123456789'].flatMap((other) =>
      other === digit ? [] : [body.slice(0, at) + other + body.slice(at + 1)],
    ),
  );
  const swapped = digits.flatMap((digit, at) => {
    const next = digits[at + 1];
    return next === undefined || next === digit
      ? []
      : [body.slice(0, at) + next + digit + body.slice(at + 2)];
  });
  return [...substituted, ...swapped];
}

/** Draws again for people who happen to share a number, until none do. */
async function separate(engine: Engine): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await engine.run(`CREATE OR REPLACE TEMP TABLE clashes AS
      SELECT pid FROM (SELECT pid, fixed, row_number() OVER (PARTITION BY body ORDER BY fixed DESC, pid) AS n FROM bodies)
      WHERE n > 1 AND NOT fixed`);
    if ((await engine.value<number>('SELECT count(*) FROM clashes')) === 0) return;
    await engine.run(`UPDATE bodies SET body = ${bodySql(`my-number.${attempt}`, 'pid')}
      WHERE pid IN (SELECT pid FROM clashes)`);
  }
}
