import { describe, expect, it } from 'vitest';
import { pseudonymsOf } from '../../src/audit/pseudonyms.js';
import { secret } from '../../src/audit/secret.js';
import { keyMask } from '../../src/prepare/mask-keys.js';
import {
  eachWithEngine,
  input,
  LEADING_ZERO,
  link,
  make,
  NUMBER,
  rowsIn,
  SECOND,
  valueIn,
} from './raw-inputs.js';

eachWithEngine();

describe('numbers', () => {
  it('never stand in the keys that outputs show', async () => {
    const register = await input(
      'register',
      ['resident_id', 'my_number'],
      [
        [0, 1, 'R1', String(NUMBER)],
        [0, 2, '1234-5678-9018', '123456789018'],
      ],
    );
    const cards = await input(
      'cards',
      ['record_id', 'my_number', 'organisation', 'terminal'],
      [
        [0, 1, '983205673214', '983205673214', 'card-983205673214', 'T1'],
        [0, 2, 'c2', '983205673214', '01130012', 'T1'],
        [0, 3, 'c-983205673214', '9832-0567-3214', '01130012', 'T1'],
        [0, 4, '9832 0567 3214', '="983205673214"', '９８３２０５６７３２１４-1', 'T1'],
        [0, 5, '0983-2056-7321', '983205673214', '0113001200000000', 'T1'],
        // Another resident's number, and twelve digits that nobody has.
        [0, 6, 'A-1234-5678-9018-Z', '983205673214', '123456789018', '１２３４５６７８９０１８'],
        [0, 7, '123456789019', '983205673214', '0113-0012-0000', 'T1'],
        [0, 8, '1234番5678番9018', '983205673214', '1234　　5678　　9018', '1234\u200b5678\u200b9018'],
      ],
    );
    await make(register, [link(cards)], {});
    expect(await rowsIn('SELECT resident_id FROM residents ORDER BY rid')).toEqual([
      { resident_id: 'R1' },
      { resident_id: '********9018' },
    ]);
    expect(await rowsIn('SELECT record_id, organisation, terminal FROM links ORDER BY lid')).toEqual([
      { record_id: '********3214', organisation: 'card-********3214', terminal: 'T1' },
      { record_id: 'c2', organisation: '01130012', terminal: 'T1' },
      { record_id: 'c-********3214', organisation: '01130012', terminal: 'T1' },
      { record_id: '********3214', organisation: '********3214', terminal: 'T1' },
      { record_id: '0983-2056-7321', organisation: '0113001200000000', terminal: 'T1' },
      { record_id: 'A-********9018-Z', organisation: '********9018', terminal: '********9018' },
      { record_id: '123456789019', organisation: '0113-0012-0000', terminal: 'T1' },
      { record_id: '********9018', organisation: '********9018', terminal: '********9018' },
    ]);
  });

  it('are told apart by pseudonyms where there is a key, one for each number wherever it stands', async () => {
    // Check digits by hand for neither: nine thousand and eighteen ends both.
    const register = await input(
      'register',
      ['resident_id', 'my_number'],
      [
        [0, 1, '123456789018', '123456789018'],
        [0, 2, '1234-5679-9018', '123456799018'],
        [0, 3, 'R3', String(NUMBER)],
      ],
    );
    const cards = await input(
      'cards',
      ['record_id', 'my_number'],
      [
        [0, 1, 'c-１２３４５６７８９０１８', '123456789018'],
        [0, 2, '123456789018', String(NUMBER)],
        [0, 3, '1234-5679-9018', String(NUMBER)],
      ],
    );
    const mask = keyMask(pseudonymsOf(secret(Buffer.from('a key'))));
    await make(register, [link(cards)], {}, [], mask);
    const rows = await rowsIn('SELECT resident_id FROM residents ORDER BY rid');
    const [one, other, plain] = rows.map((row) => String((row as { resident_id: string }).resident_id));
    expect(plain).toBe('R3');
    for (const key of [one, other]) expect(key).toMatch(/^\*{8}9018-[ghjkmnpqrstvwxyz]{12}$/);
    expect(one).not.toBe(other);
    expect(await rowsIn('SELECT record_id FROM links ORDER BY lid')).toEqual([
      { record_id: one },
      { record_id: one },
      { record_id: other },
    ]);
  });

  it('are read in every notation, and told sound, damaged or missing', async () => {
    const register = await input('register', ['resident_id', 'my_number'], [[0, 1, 'R1', String(NUMBER)]]);
    const texts = [
      '983205673214',
      '9832-0567-3214',
      '９８３２０５６７３２１４',
      "'983205673214",
      '983205673214.0',
      '="983205673214"',
      '12345678903',
      '123456785',
      '123456784',
      '983205673215',
      '98320567321',
      '98320567321●',
      '123',
      'ABCDEFGHIJKL',
      '9832O5673214',
      '************',
      null,
    ];
    const cards = await input(
      'cards',
      ['record_id', 'my_number'],
      texts.map((text, i) => [0, i + 1, `c${i}`, text]),
    );
    await make(register, [link(cards)], {});
    const rows = await rowsIn<{ n: number | null; state: string; rid: number | null }>(
      'SELECT "number" AS n, number_state AS state, rid FROM links ORDER BY lid',
    );
    expect(rows.map(({ n, state, rid }) => [n, state, rid])).toEqual([
      ...Array.from({ length: 6 }, () => [NUMBER, 'ok', 0]),
      [LEADING_ZERO, 'ok', null],
      // Nine digits: three zeros were lost where the check digit says so.
      [123456785, 'ok', null],
      [null, 'malformed', null],
      [983205673215, 'check-digit', null],
      // Eleven digits: a zero may have been lost, but then the check digit says otherwise.
      [98320567321, 'check-digit', null],
      ...Array.from({ length: 5 }, () => [null, 'malformed', null]),
      [null, 'missing', null],
    ]);
  });

  it('find the resident whose own leading zero was lost', async () => {
    const register = await input('register', ['resident_id', 'my_number'], [[0, 1, 'R1', '012345678903']]);
    const cards = await input('cards', ['record_id', 'my_number'], [[0, 1, 'c1', '12345678903']]);
    await make(register, [link(cards)], {});
    expect(await valueIn('SELECT rid FROM links')).toBe(0);
  });

  it('belong to the living of two rows that claim one, else to the first', async () => {
    const register = await input(
      'register',
      ['resident_id', 'my_number', 'status'],
      [
        [0, 1, 'R0', String(NUMBER), '死亡'],
        [0, 2, 'R1', String(NUMBER), '住民'],
        [0, 3, 'R2', String(SECOND), null],
        [0, 4, 'R3', String(SECOND), '住民'],
      ],
    );
    const cards = await input(
      'cards',
      ['record_id', 'my_number'],
      [
        [0, 1, 'c1', String(NUMBER)],
        [0, 2, 'c2', String(SECOND)],
      ],
    );
    await make(register, [link(cards)], {});
    const rows = await rowsIn<{ rid: number }>('SELECT rid FROM links ORDER BY lid');
    expect(rows.map(({ rid }) => rid)).toEqual([1, 2]);
  });
});
