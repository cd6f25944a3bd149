import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CanonicalItem } from '../../src/audit/items.js';
import { assign } from '../../src/inspect/assign.js';
import type { Candidate } from '../../src/inspect/candidate.js';
import { type Column, mapped, OPERATOR, proposed, RECORD } from './proposed.js';

const told = (text: string): Candidate[] =>
  text.split(' ').map((one) => {
    const [item = '', columns = '', confidence = ''] = one.split(':');
    return { item: item as CanonicalItem, columns: columns.split('+'), confidence: Number(confidence) };
  });
const chosen = (text: string) =>
  assign(told(text))
    .map(({ item, columns }) => `${item}:${columns.join('+')}`)
    .toSorted()
    .join(' ');

describe('which column holds which item', () => {
  it.each([
    ['the surest, where nothing competes', 'name:a:0.9 kana:b:0.7 sex:c:0.39', 'kana:b name:a'],
    [
      'one each, where the surest first would leave one item out',
      'operator:a:0.79 operator:b:0.78 organisation:a:0.75',
      'operator:b organisation:a',
    ],
    [
      'three in a ring',
      'operator:a:0.8 terminal:a:0.79 terminal:b:0.79 organisation:b:0.78 operator:c:0.79',
      'operator:c organisation:b terminal:a',
    ],
    ['no two guesses for one that is sure', 'name:a:0.95 name:b:0.45 alias:a:0.6', 'name:a'],
    [
      'parts of a key as the organisation, too',
      'record_id:a+b+c:0.95 organisation:a:0.95',
      'organisation:a record_id:a+b+c',
    ],
    ['the surest first among equals', 'operator:a:0.8 operator:b:0.8', 'operator:a'],
  ])('%s', (_, candidates, expected) => expect(chosen(candidates!)).toBe(expected));

  it('is worth no less than any other choice, and leaves nothing out that fits', () => {
    const items: readonly CanonicalItem[] = ['name', 'kana', 'operator', 'terminal'];
    const candidate = fc.record({
      item: fc.constantFrom(...items),
      columns: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 2 }),
      confidence: fc.integer({ min: 40, max: 99 }).map((n) => n / 100),
    });
    const fits = (of: readonly Candidate[]) =>
      new Set(of.map(({ item }) => item)).size === of.length &&
      new Set(of.flatMap(({ columns }) => columns)).size === of.flatMap(({ columns }) => columns).length;
    const sum = (of: readonly Candidate[]) =>
      of.reduce((all, { confidence }) => all + (confidence - 0.35) ** 2, 0);
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 8 }), (list) => {
        const found = assign(list);
        expect(fits(found)).toBe(true);
        for (let bits = 0; bits < 2 ** list.length; bits++) {
          const other = list.filter((_, at) => bits & (2 ** at));
          if (fits(other)) expect(sum(found)).toBeGreaterThan(sum(other) - 1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives the office and the clerk of an issue one column each, in either order', () => {
    const office: Column[1] = ({ i }) => `1429${i % 3}0`;
    const clerk: Column = ['KOFU_TNT', OPERATOR];
    const cho: Column = ['KOFU_CHO_CD', office];
    for (const columns of [
      [...RECORD, cho, clerk],
      [...RECORD, clerk, cho],
    ])
      expect(mapped(proposed(columns, 'link'))).toMatchObject({
        organisation: 'KOFU_CHO_CD',
        operator: 'KOFU_TNT',
      });
  });
});
