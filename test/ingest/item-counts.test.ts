import { describe, expect, it } from 'vitest';
import { countSamples } from '../../src/ingest/preflight/item-counts.js';
import { countNotes } from '../../src/ingest/preflight/item-counts-text.js';
import { linkSpec } from './support.js';

const spec = linkSpec({
  columns: {
    record_id: { from: ['a', 'b'], format: null },
    my_number: { from: ['n'], format: null },
    name: { from: ['f', 'g'], format: null },
    birth_date: { from: ['d'], format: 'era-code-12345' },
    sex: { from: ['s'], format: null },
    terminal: { from: ['t'], format: null },
  },
});
const sample = (rows: readonly (readonly string[])[]) => [
  { columns: ['a', 'b', 'n', 'f', 'g', 'd', 's', 't'], rows, damaged: {} },
];

describe('what the first rows hold of each item', () => {
  it('counts read, unreadable, empty and distinct values, with parts joined as a run joins them', () => {
    const counts = countSamples(
      spec,
      sample([
        // 123456789018 with its zeros: the number as it is tied, whatever a spreadsheet made of it.
        ['1', '', '123456789018.0', '山田', '花子', '3500302', '1', ''],
        ['1', '2', '1234-5678-9012', '', '花子', '3991399', '9', ''],
        ['', '', '', '　', '', '', '男?', ''],
      ]),
    );
    expect(
      counts.map(({ item, read, unreadable, empty, distinct }) => [item, read, unreadable, empty, distinct]),
    ).toEqual([
      ['record_id', 2, 0, 1, 2],
      ['my_number', 1, 1, 1, 2],
      ['name', 2, 0, 1, 2],
      ['birth_date', 1, 1, 1, 2],
      ['sex', 2, 1, 0, 3],
      ['terminal', 0, 0, 3, 0],
    ]);
    expect(counts.every(({ rows, read, unreadable, empty }) => rows === read + unreadable + empty)).toBe(
      true,
    );
  });

  it('tells of columns that are empty or can hardly be read, and of nothing else', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [
      '1',
      `${i}`,
      '123456789018',
      '山田',
      '花子',
      i < 3 ? '3991399' : '3500302',
      '1',
      '',
    ]);
    expect(countNotes('cards', countSamples(spec, sample(rows))).map(({ en }) => en)).toEqual([
      'cards: Date of birth ("d") cannot be read in 3 of 20 filled rows.',
      'cards: Terminal ("t") is empty in all 20 rows looked at.',
    ]);
    expect(countNotes('cards', countSamples(spec, sample(rows.slice(0, 19))))).toEqual([]);
  });
});
