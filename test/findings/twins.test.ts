import { expect, test } from 'vitest';
import { twinCases } from '../../src/findings/twins.js';

const found = (
  id: string,
  kind: string,
  record: string,
  resident: string | null,
  candidates: string[] = [],
) => ({
  ...{ finding_id: id, kind, record_id: record, resident_id: resident },
  candidates: candidates.map((resident_id) => ({ resident_id, probability: 0.5, why: [] })),
});
const ROWS = [found('D-1', 'duplicate-resident', '7', '8'), found('D-2', 'duplicate-resident', '8', '7')];
const related = (...links: ReturnType<typeof found>[]) => Object.fromEntries(twinCases([...links, ...ROWS]));

test('a record that two rows of one person fit leads to the finding of the rows, and both rows lead back', () => {
  expect(related(found('F-1', 'wrong-resident', 'r', '5', ['8', '7', '9']))).toEqual({
    'F-1': ['D-2'],
    'D-1': ['F-1'],
    'D-2': ['F-1'],
  });
});

test('so does one whose linked resident is the other row of who fits', () => {
  expect(related(found('F-1', 'wrong-resident', 'r', '7', ['8']))).toMatchObject({ 'F-1': ['D-1'] });
});

test('one of the rows alone is no pair, nor is a number of nobody', () => {
  expect(related(found('F-1', 'wrong-resident', 'r', '5', ['7']))).toEqual({});
  expect(related(found('F-1', 'unknown-number', 'r', null, ['7', '9']))).toEqual({});
  expect(Object.fromEntries(twinCases([found('F-1', 'wrong-resident', 'r', '7', ['8'])]))).toEqual({});
});
