import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectFile, inspectSettled, renderInspection } from '../../src/inspect/index.js';
import { inlineRow, makeXlsx } from '../ingest/make-xlsx.js';
import { iso, name, PEOPLE, type Person } from './odd-exports.js';

const HEADER = ['手帳番号', '個人番号', '氏名', '生年月日'];
const row = (person: Person) => [`T-${3000 + person.i}`, person.number, name(person), iso(person)];
const xml = (rows: readonly (readonly string[])[]) => rows.map((one) => inlineRow(one)).join('');

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly state?: 'hidden';
}

async function inspected(sheets: readonly Sheet[]) {
  const path = join(mkdtempSync(join(tmpdir(), 'every-sheet-')), 'file.xlsx');
  writeFileSync(path, makeXlsx(sheets.map(({ rows, ...sheet }) => ({ ...sheet, rows: xml(rows) }))));
  return inspectFile(path);
}

const FIRST = PEOPLE.slice(0, 40).map(row);
const SECOND = PEOPLE.slice(40).map(row);

describe('sheets of one shape', () => {
  it('are all read, whatever stands above each header, and that is said', async () => {
    const inspection = await inspected([
      { name: '1月', rows: [['交付一覧'], [], HEADER, ...FIRST] },
      { name: '2月', rows: [['交付一覧'], ['続き'], [], HEADER, ...SECOND] },
      {
        name: '集計',
        rows: [
          ['月', '件数'],
          ['1月', '40'],
          ['2月', '50'],
        ],
      },
    ]);
    expect(inspection).toMatchObject({ reading: { sheet: '*' }, rows: 90, damaged: 0 });
    expect(inspection.reading).not.toHaveProperty('skipRows');
    expect(inspection.items.find(({ item }) => item === 'my_number')).toMatchObject({
      read: 90,
      distinct: 90,
    });
    const block = renderInspection(inspection, 'techo', 'file.xlsx', 'en');
    expect(block).toContain('sheet: "*"\n');
    expect(block).toContain('All sheets with the same columns are read (sheet: "*"): 1月, 2月.');
    expect(block).toContain('集計 (3 rows)');
    expect(renderInspection(inspection, 'techo', 'file.xlsx', 'ja')).toContain(
      '同じ列のシートをすべて読みます',
    );
    const settled = await inspectSettled(inspection, new Map([['birth_date', []]]));
    expect(settled.items.find(({ item }) => item === 'name')).toMatchObject({ read: 90 });
  });

  it('with their columns in another order are all read', async () => {
    const turned = (rows: readonly (readonly string[])[]) => rows.map((one) => one.toReversed());
    const inspection = await inspected([
      { name: 'A', rows: [HEADER, ...FIRST] },
      { name: 'B', rows: turned([HEADER, ...SECOND]) },
    ]);
    expect(inspection).toMatchObject({ reading: { sheet: '*' }, rows: 90, damaged: 0 });
  });

  it.each<readonly [string, readonly Sheet[]]>([
    [
      'another state of the same list',
      [
        { name: '4月', rows: [HEADER, ...FIRST] },
        { name: '5月', rows: [HEADER, ...FIRST] },
      ],
    ],
    [
      'hidden',
      [
        { name: 'A', rows: [HEADER, ...FIRST] },
        { name: 'B', rows: [HEADER, ...SECOND], state: 'hidden' },
      ],
    ],
    [
      'of other columns',
      [
        { name: 'A', rows: [HEADER, ...FIRST] },
        { name: 'B', rows: [[...HEADER, '備考'], ...SECOND] },
      ],
    ],
  ])('one alone, where the other is %s', async (_, sheets) => {
    const inspection = await inspected(sheets);
    expect(inspection.reading.sheet ?? sheets[0]!.name).toBe(sheets[0]!.name);
    expect(inspection.rows).toBe(40);
  });
});
