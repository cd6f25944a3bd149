import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Inspection, inspectFile, renderInspection } from '../../src/inspect/index.js';
import { PEOPLE, writeOddExports } from './odd-exports.js';

const DIR = mkdtempSync(join(tmpdir(), 'odd-exports-'));
const EXPORTS = await writeOddExports(DIR);

/** Each column, or place of a fixed layout, with the items read from it. */
function found({ mapping, layout, columns }: Inspection): Record<string, string> {
  const label = (name: string) => (layout ? layout[name]!.join('+') : name);
  return Object.fromEntries(
    columns.map(({ name }) => {
      const items = mapping.filter((one) => one.columns.includes(name));
      return [label(name), items.map(({ item, format }) => (format ? `${item} ${format}` : item)).join('+')];
    }),
  );
}

describe.each(EXPORTS)('$file', ({ file, kind, format, encoding, items }) => {
  it('is made out: kind, format, encoding, at least 95 % of its items, and nothing wrong above 80 %', async () => {
    const inspection = await inspectFile(join(DIR, file));
    expect(inspection).toMatchObject({ kind, format, encoding, damaged: 0 });
    const seen = found(inspection);
    const wanted = Object.entries(items);
    const missed = wanted.filter(([column, item]) => seen[column] !== item);
    expect({ missed: missed.map(([column, item]) => [column, item, seen[column]]) }).toSatisfy(
      () => missed.length <= 0.05 * wanted.length,
      JSON.stringify(missed.map(([column, item]) => [column, item, seen[column]])),
    );
    const label = (name: string) => (inspection.layout ? inspection.layout[name]!.join('+') : name);
    const wrong = inspection.mapping.filter(
      ({ item, columns, confidence }) =>
        confidence > 0.8 && !columns.every((name) => (items[label(name)] ?? '').split(/[+ ]/).includes(item)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what cannot be told is asked', () => {
  const inspected = async (rows: readonly (readonly string[])[]) => {
    const path = join(mkdtempSync(join(tmpdir(), 'odd-exports-')), 'file.csv');
    writeFileSync(path, rows.map((row) => `${row.join(',')}\n`).join(''));
    const inspection = await inspectFile(path);
    return { inspection, block: renderInspection(inspection, 'x', 'file.csv', 'en') };
  };
  const people = PEOPLE.map(({ i, number, family, given, y }) => [
    `R${1000 + i}`,
    number,
    `${family[0]} ${given[0]}`,
    `${family[1]} ${given[1]}`,
    `${y}-03-02`,
  ]);

  it.each([
    ['memberId', (i: number) => `M${9000 + i}`],
    ['手帳番号', (i: number) => `神奈川県第${100_000 + i}号`],
  ])('nothing, of the key %s: it is no day of Meiji, and no address', async (name, key) => {
    const { inspection } = await inspected([
      [name, '個人番号', '氏名'],
      ...people.map(([, number, whole], i) => [key(i), number!, whole!]),
    ]);
    expect(inspection.mapping[0]).toMatchObject({ item: 'record_id', columns: [name] });
    expect(inspection.mapping[0]!.confidence).toBeGreaterThan(0.7);
    expect(inspection.questions.filter(({ kind }) => kind !== 'missing')).toEqual([]);
  });

  it('a header shifted by one column: the values speak, and nothing is sure', async () => {
    const { inspection } = await inspected([['個人番号', '氏名', 'カナ', '生年月日', '発行番号'], ...people]);
    expect(
      inspection.mapping
        .filter(({ confidence }) => confidence > 0.8)
        .map(({ item, columns }) => [item, ...columns]),
    ).toEqual([
      ['name', 'カナ'],
      ['kana', '生年月日'],
    ]);
    expect(inspection.mapping).toContainEqual(
      expect.objectContaining({ item: 'my_number', columns: ['氏名'] }),
    );
  });

  it('only the head of the household: not taken for the person without a question', async () => {
    const { inspection, block } = await inspected([
      ['発行番号', '個人番号', '世帯主氏名', '世帯主カナ', '生年月日'],
      ...people,
    ]);
    expect(
      inspection.mapping.every(
        ({ item, confidence }) => !['name', 'kana'].includes(item) || confidence <= 0.6,
      ),
    ).toBe(true);
    expect(block).toContain('Is name (name) really "世帯主氏名"?');
  });

  it('rows that repeat, keys that repeat, and columns that are missing', async () => {
    const few = people.slice(0, 10);
    const { inspection, block } = await inspected([
      ['受給者番号', '個人番号', '氏名'],
      ...Array.from({ length: 10 }, () => few.map((row) => row.slice(0, 3))).flat(),
    ]);
    expect(inspection.repeats).toEqual({ rows: 0.9, keys: 0.9 });
    expect(block).toContain('90 % of the rows looked at repeat an earlier row');
    expect(block).toContain('Values of "受給者番号" repeat. Which columns name a record?');
    expect(block).toContain('No column looks like birth_date (date of birth), sex (sex), address (address)');
    expect(block).not.toMatch(/\d{9}|佐藤/);
  });

  it('era codes that both lists have, and columns of no use with the shape of their values', async () => {
    const { block } = await inspected([
      ['発行番号', '個人番号', '氏名', '生年月日', '空欄', '区分'],
      ...people.map((row, i) => [...row.slice(0, 3), `3${10 + (i % 6)}0302`, '', 'ア１']),
    ]);
    expect(block).toContain('Are the era codes of "生年月日" 1-5, or 1, 3, 5, 7, 9?');
    expect(block).toContain('not used: 空欄 (empty), 区分 (ア９)');
  });
});
