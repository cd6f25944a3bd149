import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDuckDb } from '../../../src/engine/duckdb.js';
import { literal } from '../../../src/engine/sql.js';
import { phoneDigits } from '../../../src/normalize/number/phone.js';
import { comparePairs } from '../../../src/verify/compare-pairs.js';
import phone from '../../../src/verify/comparisons/phone.js';
import { createReadings } from '../../../src/verify/reading/reading.js';
import { text } from '../../normalize/any-text.js';

describe('phoneDigits', () => {
  it.each([
    ['090-1234-5678', '09012345678'],
    ['０９０－１２３４－５６７８', '09012345678'],
    ['090‐1234‐5678', '09012345678'],
    ['090ー1234ー5678', '09012345678'],
    ['090 1234 5678', '09012345678'],
    ['090.1234.5678', '09012345678'],
    ['09012345678', '09012345678'],
    // A spreadsheet took it for a number.
    ['9012345678', '09012345678'],
    ['90-1234-5678', '09012345678'],
    ['9012345678.0', '09012345678'],
    ['312345678', '0312345678'],
    ['3-1234-5678', '0312345678'],
    // As it is dialled from abroad.
    ['+81-90-1234-5678', '09012345678'],
    ['+81 (0)90-1234-5678', '09012345678'],
    ['＋８１　９０　１２３４　５６７８', '09012345678'],
    ['0081-3-1234-5678', '0312345678'],
    ['010-81-3-1234-5678', '0312345678'],
    // Fixed lines, with area codes of two to five digits.
    ['03-1234-5678', '0312345678'],
    ['(03)1234-5678', '0312345678'],
    ['（０３）１２３４－５６７８', '0312345678'],
    ['045(123)4567', '0451234567'],
    ['0466-12-3456', '0466123456'],
    ['09913-1-2345', '0991312345'],
    ['電話 03-1234-5678（自宅）', '0312345678'],
    // IP telephones, free and special numbers, the newest mobile ones.
    ['050-1234-5678', '05012345678'],
    ['060-1234-5678', '06012345678'],
    ['0120-123-456', '0120123456'],
    ['0800-123-4567', '08001234567'],
    ['0570-012-345', '0570012345'],
    // Extensions, ranges, and a second number.
    ['03-1234-5678 内線123', '0312345678'],
    ['03-1234-5678（内12）', '0312345678'],
    ['03-1234-5678 ext. 12', '0312345678'],
    ['03-1234-5678 x12', '0312345678'],
    ['03-1234-5678#12', '0312345678'],
    ['03-1234-5678～9', '0312345678'],
    ['090-1234-5678/03-1234-5678', '09012345678'],
    ['なし、03-1234-5678', '0312345678'],
    ['1234-5678 または 090-1234-5678', '09012345678'],
    // Another country.
    ['+86 138 1234 5678', '+8613812345678'],
    ['+1-212-555-0123', '+12125550123'],
  ])('%s is %s', (written, digits) => expect(phoneDigits(written)).toBe(digits));

  it.each([
    '',
    'なし',
    '不明',
    '-',
    '0',
    '000-0000-0000',
    '00-0000-0000',
    '090-0000-0000',
    '090-9999-9999',
    '03-0000-0000',
    '0120-000-000',
    '999-9999-9999',
    '1234-5678',
    '123-4567',
    '090-1234-567',
    '090-1234-56789',
    '03-1234-567',
    '03-1234-56789',
    '0901234567',
    '090-1234-5678-1234',
    // Twelve digits are a My Number, not a telephone.
    '1234-5678-9018',
    '81-90-1234-5678',
    '+81-90-1234',
    '+86 123',
    '110',
  ])('%s is no number', (written) => expect(phoneDigits(written)).toBeNull());

  it('is the same for its own result, whatever the text', () => {
    const number = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 13 });
    const texts = fc.oneof(
      text,
      number.map((digits) => digits.join('')),
    );
    fc.assert(
      fc.property(texts, (value) => {
        const digits = phoneDigits(value);
        if (digits !== null) {
          expect(digits).toMatch(/^(0\d{9,10}|\+\d{8,15})$/);
          expect(phoneDigits(digits)).toBe(digits);
        }
      }),
    );
  });
});

describe('the levels of a phone number', () => {
  const RESIDENTS = [
    '090-1111-2222', // 0: nobody else's
    '03-1111-2222', // 1: a fixed line, of which one resident alone tells
    '080-1111-2222', // 2 and 3: parent and child
    '080-1111-2222',
    null, // 4
    '0800-111-2222', // 5: a free number
    '000-0000-0000', // 6
  ];
  const CASES: readonly (readonly [level: string, rid: number, number: string | null])[] = [
    ['exact', 0, '+81 90 1111 2222'],
    ['shared', 1, '(03)1111-2222'],
    ['shared', 2, '80-1111-2222'],
    ['shared', 5, '0800-111-2222'],
    ['different', 0, '090-1111-2223'],
    ['different', 1, '090-1111-2222'],
    ['missing', 0, null],
    ['missing', 0, '000-0000-0000'],
    ['missing', 4, '090-1111-2222'],
    ['missing', 6, '000-0000-0000'],
  ];

  it('tell a number of one’s own from one that is shared', async () => {
    const engine = await openDuckDb();
    const others = ['name', 'kana', 'former_name', 'alias', 'kw', 'nw', 'dob', 'address', 'previous_address'];
    const table = (name: string, key: string, numbers: readonly (string | null)[]) => `
      CREATE TABLE ${name} AS SELECT ${key}, phone_digits, 0 AS sex_code,
        ${others.map((column) => `CAST(NULL AS ${column === 'dob' ? 'INTEGER' : 'VARCHAR'}) AS ${column}`).join(', ')}
      FROM (VALUES ${numbers.map((number, i) => `(${i}, ${literal(number && phoneDigits(number))})`).join(', ')})
        t(${key}, phone_digits)`;
    await engine.run(table('residents', 'rid', RESIDENTS));
    await engine.run(
      table(
        'links',
        'lid',
        CASES.map(([, , number]) => number),
      ),
    );
    await engine.run(`CREATE TABLE pairs AS SELECT * FROM (VALUES
      ${CASES.map(([, rid], lid) => `(${lid}, ${rid})`).join(', ')}) t(lid, rid)`);
    await comparePairs(engine, 'pairs', 'levels', createReadings([]));
    const rows = await engine.rows<{ phone: number }>('SELECT phone FROM levels ORDER BY lid');
    engine.close();
    expect(rows.map((row) => phone.levels[row.phone]!.id)).toEqual(CASES.map(([level]) => level));
  });

  it('are those of two rows of the register: what both have is no one’s own', () => {
    const of = (a: string | null, b: string | null) =>
      phone.levels[phone.by.compare([a], [b], createReadings([]))[phone.part]!]!.id;
    expect(of('09011112222', '09011112222')).toBe('shared');
    expect(of('09011112222', '09011112223')).toBe('different');
    expect(of(null, '09011112222')).toBe('missing');
  });

  it('doubt nobody: a number that differs makes no suspect, and one of a home is a relative’s too', () => {
    for (const { contradicts, doubtful } of phone.levels) expect(contradicts ?? doubtful).toBeUndefined();
    expect(phone.levels.filter(({ kin }) => kin).map(({ id }) => id)).toEqual(['shared']);
  });
});
