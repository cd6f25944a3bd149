import { describe, expect, it } from 'vitest';
import { type Person, zero } from './odd-exports.js';
import { type Column, mapped, OPERATOR, proposed, RECORD, TERMINAL } from './proposed.js';

describe('a list without names of columns', () => {
  const bare = (columns: readonly Column[]): readonly Column[] =>
    columns.map(([, value], i) => [String(i + 1), value]);
  const day: Column[1] = ({ i }) => `202405${zero(1 + (i % 28), 2)}`;
  const moment: Column[1] = ({ i }) => `202410${zero(1 + (i % 28), 2)}1${i % 8}050${i % 10}`;

  it('takes the moment before the day, then the terminal and the clerk that follow it', () => {
    const columns = bare([...RECORD, ['', day], ['', moment], ['', TERMINAL], ['', OPERATOR]]);
    expect(mapped(proposed(columns, 'link'))).toMatchObject({
      registered_at: '7',
      terminal: '8',
      operator: '9',
    });
  });

  it.each<[string, readonly Column[]]>([
    [
      'codes before the moment',
      [
        ['', TERMINAL],
        ['', moment],
      ],
    ],
    [
      'codes after a mere day',
      [
        ['', day],
        ['', TERMINAL],
      ],
    ],
    [
      'amounts after the moment',
      [
        ['', moment],
        ['', ({ i }) => String(1000 + i * 37)],
      ],
    ],
    [
      'another code in each row',
      [
        ['', moment],
        ['', ({ i }) => `KX${zero(i, 4)}`],
      ],
    ],
    [
      'figures alone',
      [
        ['', moment],
        ['', ({ i }) => String(i % 3)],
      ],
    ],
  ])('%s are no terminal', (_, more) => {
    expect(mapped(proposed(bare([...RECORD, ...more]), 'link')).terminal).toBeUndefined();
  });
});

describe('what a clerk’s column is not', () => {
  it.each<[string, Column[1]]>([
    ['a flag that is never set', () => '0'],
    ['a flag', ({ i }) => String(i % 2)],
    ['one office', () => '2005'],
  ])('%s', (_, value) => {
    const columns: readonly Column[] = [
      ...RECORD,
      ['', ({ i }: Person) => `202410${zero(1 + (i % 28), 2)}1${i % 8}050${i % 10}`] as Column,
      ['', TERMINAL] as Column,
      ['', value] as Column,
    ].map(([, of], i) => [String(i + 1), of] as Column);
    expect(mapped(proposed(columns, 'link'))).toMatchObject({ terminal: '7' });
    expect(mapped(proposed(columns, 'link')).operator).toBeUndefined();
  });
});
