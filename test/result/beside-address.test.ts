import { expect, test } from 'vitest';
import type { CandidateView } from '../../src/audit/case.js';
import { isNextSerial } from '../../src/result/next-serial.js';
import type { PersonRow } from '../../src/result/people.js';
import { candidateWithPrevious } from '../../src/result/previous-address.js';

const person = (facts: PersonRow['facts']): PersonRow => ({
  ...{ key: 1, file: 0, row: 1, tail: null, facts },
  view: { residentId: null, items: {}, birthDate: null, protected: false },
});
const candidate = (kind: 'different' | 'equivalent'): CandidateView => ({
  ...{ residentId: '7', items: {}, birthDate: null, protected: false, probability: 0.9, why: [] },
  levels: { address: { level: 'x', kind, text: { ja: '別の住所です', en: 'Other address' } } },
});

test.each([
  ['different', '緑町1-2', '別の住所です（前住所とも不一致）', 'Other address (nor the previous address)'],
  ['different', null, '別の住所です（前住所は登録なし）', 'Other address (no previous address registered)'],
  ['different', ' ', '別の住所です（前住所は登録なし）', 'Other address (no previous address registered)'],
  // What agrees needs no other address.
  ['equivalent', null, '別の住所です', 'Other address'],
] as const)('an address that is %s, the previous one being %s', (kind, previous_address, ja, en) => {
  const { levels } = candidateWithPrevious(candidate(kind), person({ previous_address }));
  expect(levels.address!.text).toEqual({ ja, en });
});

test.each([
  ['2A00000DE1', { auth_serial: '2A00000DE0' }, true],
  ['2A00000DEF', { auth_serial: null, sign_serial: '2a00000df0' }, true],
  ['2A00000DE1', { auth_serial: '2A00000DE1' }, false],
  ['2A00000DE1', { auth_serial: '2A00000DE3' }, false],
  ['2A00000DE1', { auth_serial: 'none' }, false],
  [null, { auth_serial: '2A00000DE0' }, false],
])('serial %s beside %o follows: %s', (serial, facts, isNext) => {
  expect(isNextSerial(person({ serial }), person(facts))).toBe(isNext);
});
