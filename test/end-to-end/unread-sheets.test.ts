import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { json, temporary, totsugo } from './program.js';

const HEADER = ['発行番号', '個人番号', '氏名'];
let dir: string;
let pipeline: string;

beforeAll(async () => {
  dir = temporary();
  writeFileSync(
    join(dir, 'residents.csv'),
    '宛名番号,個人番号,氏名,生年月日\n1,123456789018,山田　太郎,1971-02-03\n2,987654321098,髙橋　花子,1982-03-04\n',
  );
  const sheets = [
    { name: '1月', rows: [HEADER, ['K1', '123456789018', '山田　太郎']] },
    { name: '2月', rows: [HEADER, ['K2', '987654321098', '髙橋　花子'], ['合計', '1']] },
  ];
  writeFileSync(join(dir, 'cards.xlsx'), await writeXlsx({ sheets }));
  pipeline = pipelineOf('first', '');
});

function pipelineOf(name: string, more: string): string {
  const path = join(dir, `${name}.yaml`);
  writeFileSync(
    path,
    `version: 1
register: {file: residents.csv, columns: {resident_id: 宛名番号, my_number: 個人番号, name: 氏名, birth_date: 生年月日}}
links: {cards: {file: cards.xlsx${more}, columns: {record_id: 発行番号, my_number: 個人番号, name: 氏名}}}
report: {formats: [csv]}
`,
  );
  return path;
}

const NOTE = /the sheet "1月" is read\. Sheets with rows that are not read: 2月 \(2 rows\)/;

test('inspect proposes all sheets of one shape; check and run tell of sheets that are not read; run.json and quality.json keep it', () => {
  const inspected = totsugo(['inspect', join(dir, 'cards.xlsx'), '--lang', 'en']);
  expect(inspected.code).toBe(0);
  // Two parts of one list: inspect proposes to read both.
  expect(inspected.stdout).toContain('All sheets with the same columns are read (sheet: "*"): 1月, 2月.');
  const checked = totsugo(['check', pipeline, '--lang', 'en']);
  expect(checked.code).toBe(0);
  expect(checked.stdout).toMatch(NOTE);
  expect(checked.stdout).not.toMatch(/Nothing stands in the way/);
  const out = join(dir, 'out');
  const run = totsugo(['run', pipeline, '--out', out, '--lang', 'en', '--quiet']);
  expect(run.code).toBe(0);
  expect(run.stderr).toMatch(NOTE);
  expect(json(out, 'run.json')).toMatchObject({
    inputs: [
      { source: 'register' },
      { sheets: { read: ['1月'], unread: [{ name: '2月', rows: 2, fits: true }] } },
    ],
  });
  const { issues } = json<{ issues: { check: string }[] }>(out, 'quality.json');
  expect(issues).toContainEqual(
    expect.objectContaining({ check: 'unread-sheets', source: 'cards', count: 1, of: 2 }),
  );
});

test('sheet: "*" reads every sheet with the columns, and says nothing', () => {
  const every = pipelineOf('every', ', sheet: "*"');
  expect(totsugo(['check', every, '--lang', 'en']).stdout).toMatch(/Nothing stands in the way/);
  const out = join(dir, 'out-every');
  const run = totsugo(['run', every, '--out', out, '--lang', 'en', '--quiet']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(json(out, 'summary.json')).toMatchObject({
    sources: { cards: { rows: 3, rejected: 1, accepted: 2 } },
  });
});

test('a night on which the only source holds no rows is a night', () => {
  for (const [name, content] of Object.entries({
    'cards.csv': '発行番号,個人番号,氏名\n',
    'cards.jsonl': '\n',
  })) {
    writeFileSync(join(dir, name), content);
    const path = join(dir, `${name}.yaml`);
    writeFileSync(
      path,
      `version: 1
register: {file: residents.csv, columns: {resident_id: 宛名番号, my_number: 個人番号, name: 氏名, birth_date: 生年月日}}
links: {cards: {file: ${name}, columns: {record_id: 発行番号, my_number: 個人番号, name: 氏名}}}
`,
    );
    const out = join(dir, `out-${name}`);
    expect(totsugo(['run', path, '--out', out, '--lang', 'en', '--quiet'])).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(json(out, 'summary.json')).toMatchObject({
      sources: { cards: { rows: 0, accepted: 0, A: 0, C: 0 } },
    });
  }
});
