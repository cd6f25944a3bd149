import { codesOf, type Level } from '../../audit/level.js';
import { phoneDigits } from '../../normalize/number/phone.js';
import type { Comparison } from '../comparison.js';

const LEVELS = [
  {
    id: 'missing',
    kind: 'missing',
    title: { ja: '電話番号が未登録です', en: 'Phone number not stated' },
    m: 0,
  },
  {
    id: 'exact',
    kind: 'equal',
    title: { ja: '電話番号が一致します', en: 'Phone number agrees' },
    m: 0.5,
    agrees: true,
    counted: true,
  },
  {
    id: 'shared',
    kind: 'equal',
    title: {
      ja: '電話番号は一致しますが、世帯や複数の方で共用される番号です',
      en: 'Phone number agrees, but is one that a home or several residents share',
    },
    m: 0.25,
    agrees: true,
    // About two bits: it tells of a home, and of that the address has told already.
    u: 0.25,
    kin: true,
  },
  {
    id: 'different',
    kind: 'different',
    title: {
      ja: '電話番号が異なります（番号は変わることがあります）',
      en: 'Phone number differs (people change numbers)',
    },
    plain: { ja: '電話番号が異なります', en: 'Phone number differs' },
    m: 0.25,
    guess: 0.5,
  },
] as const satisfies readonly Level[];

const { missing, exact, shared, different } = codesOf(LEVELS);

/** Numbers of one person's own telephone: 060, 070, 080, 090, but not the free 0800 (電気通信番号計画). */
const PERSONAL = '0([679]0[0-9]|80[1-9])[0-9]{7}';

/** Numbers that are nobody's own, since several residents state them. */
const HELD_BY_SEVERAL = `
  SELECT phone_digits FROM residents WHERE phone_digits IS NOT NULL GROUP BY phone_digits HAVING count(*) > 1`;

/**
 * Telephone numbers. Two can be compared where both texts hold a whole number with its area code, of which
 * `normalize/number/phone.ts` makes the digits; else the level is `missing`. One of a mobile telephone that a single resident states is that person's own; any other belongs to a
 * home or an office, and whoever lives there has it as well. A number that differs says little, and doubts nobody.
 */
const comparison: Comparison = {
  id: 'phone',
  title: { ja: '電話番号', en: 'Phone number' },
  about: 'contact',
  levels: LEVELS,
  items: ['phone'],
  row: 'phone',
  rows: ['phone'],
  optional: true,
  // Its area code does.
  tellsPlace: true,
  keys: [{ column: 'phone_digits', item: 'phone', keyOf: phoneDigits }],
  by: {
    id: 'phone',
    settle: (
      l,
      r,
      dialect,
    ) => `CASE WHEN ${l}.phone_digits IS NULL OR ${r}.phone_digits IS NULL THEN ${missing}
      WHEN ${l}.phone_digits <> ${r}.phone_digits THEN ${different}
      WHEN ${dialect.fullMatch(`${r}.phone_digits`, PERSONAL)} AND ${r}.phone_digits NOT IN (${HELD_BY_SEVERAL}) THEN ${exact}
      ELSE ${shared} END`,
    settlesAll: true,
    reads: ['phone_digits'],
    // What two rows of the register state is stated by several.
    compare: ([a], [b]) => [!a || !b ? missing : a === b ? shared : different],
  },
  part: 0,
  collision: { value: 'phone_digits', where: 'phone_digits IS NOT NULL' },
};

export default comparison;
