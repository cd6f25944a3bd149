import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/audit/finding.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { lines, ROOT, temporary, totsugo } from './program.js';

const CASE = join(ROOT, 'test', 'cases', 'resident-key');

/** A copy of the case, with its files changed where a test says so. */
function copied(change: Readonly<Record<string, (text: string) => string>> = {}): string {
  const dir = temporary();
  cpSync(CASE, dir, { recursive: true });
  for (const [name, changed] of Object.entries(change)) {
    const path = join(dir, name);
    writeFileSync(path, changed(readFileSync(path, 'utf8')));
  }
  return dir;
}

const run = (dir: string) =>
  totsugo(['run', join(dir, 'pipeline.yaml'), '--out', join(dir, 'out'), '--quiet']);
const summaryOf = (dir: string) => JSON.parse(readFileSync(join(dir, 'out', 'summary.json'), 'utf8'));
const without = (row: RegExp) => (text: string) =>
  text
    .split('\n')
    .filter((line) => !row.test(line))
    .join('\n');
/** Each 宛名番号 of welfare.csv, the second column, as `tell` writes it. */
const keyed = (tell: (key: string, row: number) => string) => (text: string) =>
  text
    .split('\n')
    .map((line, row) => {
      const [id, key, ...rest] = line.split(',');
      return row === 0 || key === undefined ? line : [id, tell(key, row), ...rest].join(',');
    })
    .join('\n');

describe('a source that is tied by the key of residents', () => {
  let dir: string;
  let findings: Finding[];
  const found = (record: string) =>
    findings
      .filter(({ record_id }) => record_id === record)
      .map(({ kind, cause, resident_id, candidates: [first] }) => [
        kind,
        cause,
        resident_id,
        first?.resident_id ?? null,
      ])
      .toSorted();

  beforeAll(() => {
    dir = copied();
    const { code, stderr } = run(dir);
    expect([code, stderr]).toEqual([0, '']);
    findings = lines<Finding>(join(dir, 'out'), 'findings.jsonl');
  }, 120_000);

  it.each([
    ['142999-9001001', [['wrong-resident', 'unknown', '0000000012', '0000000001']]],
    [
      'W-9001',
      [
        ['duplicate-link', null, '0000000012', '0000000001'],
        ['wrong-resident', 'unknown', '0000000012', '0000000001'],
      ],
    ],
    [
      'W-9002',
      [
        ['duplicate-link', null, '0000000031', '0000000013'],
        ['wrong-resident', 'number-typo', '0000000031', '0000000013'],
      ],
    ],
    [
      'W-9003',
      [
        ['duplicate-link', null, '0000000032', '0000000033'],
        ['wrong-resident', 'family', '0000000032', '0000000033'],
      ],
    ],
    ['W-9004', [['unknown-number', 'unknown', null, '0000000022']]],
    ['W-9005', [['defunct-resident', null, '0000000034', null]]],
    ['W-9006', []],
    ['W-9007', []],
  ])('finds of %s what was planted', (record, kinds) => {
    expect(found(record)).toEqual(kinds);
  });

  it('accounts for every row, and grades what ties only in another notation', async () => {
    const { rows, rejected, accepted, A, B, C, U } = summaryOf(dir).sources.welfare;
    expect([rows, rejected, accepted, A + B + C + U]).toEqual([266, 0, 266, 266]);
    const engine = await openDuckDb();
    const graded = await engine.rows(
      `SELECT record_id, resident_id, grade FROM '${join(dir, 'out', 'grades.parquet')}' WHERE record_id IN ('W-9004', 'W-9006', 'W-9007') ORDER BY 1`,
    );
    engine.close();
    expect(graded).toEqual([
      { record_id: 'W-9004', resident_id: null, grade: 'C' },
      { record_id: 'W-9006', resident_id: '0000000009', grade: 'A' },
      { record_id: 'W-9007', resident_id: '0000000024', grade: 'A' },
    ]);
  });

  it('tells of the key in the words for it, and shows what the record states', () => {
    const pages = readFileSync(join(dir, 'out', 'org-none', 'data', 'cases-0.js'), 'utf8');
    expect(pages).toContain('登録されている宛名番号の住民がいません');
    expect(pages).toContain('No resident has the resident number of this record');
    expect(pages).toContain('宛名台帳の番号と見比べます');
    expect(pages).toContain('0000990001');
    expect(pages).not.toMatch(/\{(key|number|whose)\}/);
  });

  it('is told of the one that ties only without its zeros, on the page of the data’s quality', () => {
    const { issues } = JSON.parse(readFileSync(join(dir, 'out', 'quality.json'), 'utf8'));
    expect(
      issues
        .filter(({ check }: { check: string }) => check === 'shed-zeros')
        .map(({ source, count, of, severity }: Record<string, unknown>) => [source, count, of, severity]),
    ).toEqual([['welfare', 1, 266, 'warning']]);
  });

  it('is explained', () => {
    const { stdout } = totsugo(['explain', join(dir, 'out'), 'welfare:W-9002', '--lang', 'en', '--all']);
    expect(stdout).toContain('welfare:W-9002 → 0000000031');
    expect(stdout).toMatch(/0000000013 .*number one slip away/);
  });
});

describe('keys that are not written as the register has them', () => {
  it('tie where a whole column has shed its zeros, and that is said loudly', () => {
    const dir = copied({ 'welfare.csv': keyed((key) => key.normalize('NFKC').replace(/^0+/, '')) });
    const { code, stderr } = run(dir);
    expect(code).toBe(0);
    // All but the one that nobody has.
    expect(stderr).toMatch(/Keys of residents that tie only without leading zeros \(265 of 266\)/);
    const kinds = summaryOf(dir).sources.welfare.findings;
    expect(kinds).toMatchObject({ 'wrong-resident': 3, 'unknown-number': 1 });
  }, 120_000);

  it('of another numbering end the run, with what to look at', () => {
    const dir = copied({ 'welfare.csv': keyed((_, row) => String(7_000_000 + 13 * row)) });
    const { code, stderr } = run(dir);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /welfare: no resident has the key of 266 of 266 records \(100 %\).*"宛名番号" \(resident_id\)/,
    );
  }, 120_000);

  it('that count the records lead to people with whom nothing agrees: refused, and not a night of findings', () => {
    const dir = copied({ 'welfare.csv': keyed((_, row) => String(row)) });
    const { code, stderr } = run(dir);
    expect(code).toBe(2);
    expect(stderr).toMatch(/welfare: most records agree with none of the residents/);
  }, 120_000);

  it('that are My Numbers are refused before anything is read', () => {
    const numbers = readFileSync(join(CASE, 'residents.csv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1]!);
    const dir = copied({ 'welfare.csv': keyed((_, row) => numbers[row % 290]!) });
    const { code, stderr } = run(dir);
    expect(code).toBe(2);
    expect(stderr).toMatch(/are My Numbers: map it to my_number/);
    expect(stderr).not.toMatch(/\d{12}/);
  });
});

it('a key beside the number of a source that is tied by the number decides nothing', () => {
  const dir = copied({
    'cards.csv': (text) =>
      text
        .split('\n')
        .map((line, row) => (line === '' ? line : `${line},${row === 0 ? '宛名番号' : '0000000001'}`))
        .join('\n'),
    'pipeline.yaml': (text) =>
      text.replace('my_number: 個人番号, name', 'my_number: 個人番号, resident_id: 宛名番号, name'),
    'welfare.csv': without(/W-900/),
  });
  expect(run(dir).code).toBe(0);
  expect(summaryOf(dir).sources.cards).toMatchObject({ C: 1, findings: { 'wrong-resident': 1 } });
}, 120_000);

it('init proposes the tie, by the name of the column or by whose rows its values stand in', () => {
  for (const name of ['宛名番号', '台帳NO']) {
    const dir = copied({ 'welfare.csv': (text) => text.replace('宛名番号', name) });
    const { code, stderr } = totsugo(['init', dir, '--yes', '--force', '--lang', 'en']);
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    const written = readFileSync(join(dir, 'pipeline.yaml'), 'utf8').replaceAll(/ *#.*/g, '');
    expect(written).toMatch(
      new RegExp(`welfare:[^]*via: resident_id[^]*record_id: 受給者番号\\s+resident_id: ${name}\\n`),
    );
    expect(written.split('via:')).toHaveLength(2);
  }
}, 60_000);
