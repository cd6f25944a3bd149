import { expect, test } from 'vitest';
import type { LevelView } from '../../src/audit/case.js';
import type { PersonRow } from '../../src/result/people.js';
import { levelsWithPrevious } from '../../src/result/previous-address.js';

const person = (previous: string | null) =>
  ({ facts: { previous_address: previous } }) as unknown as PersonRow;
const level = (kind: LevelView['kind']): LevelView => ({
  level: kind,
  kind,
  text: { ja: '住所', en: 'Address' },
});

test.each<[kind: LevelView['kind'], previous: string | null, ja: string]>([
  ['different', '市川市本町1-1', '住所（前住所とも不一致）'],
  ['different', null, '住所（前住所は登録なし）'],
  ['different', ' ', '住所（前住所は登録なし）'],
  ['explained', null, '住所'],
  ['missing', '市川市本町1-1', '住所'],
])('an address that is %s, and the previous one is %s', (kind, previous, ja) => {
  const levels = levelsWithPrevious({ address: level(kind), family: level('different') }, person(previous));
  expect([levels.address!.text.ja, levels.family!.text.ja]).toEqual([ja, '住所']);
});

test('where addresses were not compared nothing is said', () => {
  const levels = { family: level('different') };
  expect(levelsWithPrevious(levels, person(null))).toBe(levels);
});
