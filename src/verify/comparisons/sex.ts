import { codesOf, type Level } from '../../audit/level.js';
import type { Comparison } from '../comparison.js';

const LEVELS = [
  { id: 'missing', kind: 'missing', title: { ja: '性別が未登録です', en: 'Sex not stated' }, m: 0 },
  {
    id: 'exact',
    kind: 'equal',
    title: { ja: '性別が一致します', en: 'Sex agrees' },
    m: 0.9995,
    agrees: true,
    counted: true,
  },
  {
    id: 'different',
    kind: 'different',
    title: { ja: '性別が一致しません', en: 'Sex differs' },
    m: 0.0005,
    guess: 0.5,
    contradicts: true,
  },
] as const satisfies readonly Level[];

const { missing, exact, different } = codesOf(LEVELS);

const isStated = (code: string | null | undefined) => code === '1' || code === '2';

/** Sex codes 1 and 2; 0 is not stated and compares with nothing. */
const comparison: Comparison = {
  id: 'sex',
  title: { ja: '性別', en: 'Sex' },
  about: 'sex',
  levels: LEVELS,
  items: ['sex'],
  row: 'sex',
  rows: ['sex'],
  by: {
    id: 'sex',
    settle: (l, r) => `CASE WHEN ${l}.sex_code = 0 OR ${r}.sex_code = 0 THEN ${missing}
      WHEN ${l}.sex_code = ${r}.sex_code THEN ${exact} ELSE ${different} END`,
    settlesAll: true,
    reads: ['sex_code'],
    compare: ([a], [b]) => [isStated(a) && isStated(b) ? (a === b ? exact : different) : missing],
  },
  part: 0,
  collision: { value: 'sex_code', where: 'sex_code > 0' },
};

export default comparison;
