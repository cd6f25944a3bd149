import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../src/audit/finding.js';
import { csvCell, fromCsvCell } from '../../src/text/csv-cell.js';
import { lines, ROOT, SAMPLE, temporary, totsugo } from './program.js';

let dir: string;
beforeAll(() => {
  dir = temporary();
  cpSync(join(ROOT, 'sample-data'), join(dir, 'sample-data'), { recursive: true });
  cpSync(SAMPLE, join(dir, 'pipelines', 'emergency-review.yaml'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const run = (night: string) => join(dir, 'reports', night);

function audit(night: string) {
  const pipeline = join(dir, 'pipelines', 'emergency-review.yaml');
  expect(totsugo(['run', pipeline, '--out', run(night), '--quiet']).code).toBe(0);
}

const REVIEW = '点検状況';
function cases(night: string): Record<string, string>[] {
  return parse(readFileSync(join(run(night), 'findings.csv')), { bom: true, columns: true });
}

/** Two people decide every other case as right, whatever it says: labels that pull the next model far away. */
function decide(night: string) {
  for (const reviewer of ['r-1', 'r-2']) {
    const rows = cases(night).map((row, index) =>
      index % 2 === 0 ? { ...row, '判断（番号）': '3', 点検担当者コード: reviewer } : row,
    );
    const path = join(dir, `${reviewer}.csv`);
    const written = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))];
    writeFileSync(path, written.map((cells) => cells.map(csvCell).join(',')).join('\r\n'));
    expect(totsugo(['decide', run(night), path]).code).toBe(0);
  }
}

test('a model learned anew from decisions reopens no case whose inputs did not change', () => {
  audit('first');
  decide('first');
  audit('second');
  const model = (night: string) => readFileSync(join(run(night), 'model.json'), 'utf8');
  expect(model('second')).not.toBe(model('first'));

  const tonight = cases('second');
  const closed = tonight.filter((row) => row[REVIEW] === '判断済み');
  expect(closed.length).toBeGreaterThan(40);
  expect(tonight.filter((row) => row[REVIEW]!.startsWith('再開'))).toEqual([]);
  // A link of the blind sample that people have looked at is drawn again and is not new to them.
  const looked = closed.filter((row) => row.事案!.startsWith('S-'));
  expect(looked.length).toBeGreaterThan(10);
  expect(new Set(looked.map((row) => row.前回から))).toEqual(new Set(['継続']));

  const before = new Map(lines<Finding>(run('first'), 'findings.jsonl').map((f) => [f.finding_id, f]));
  for (const { finding_id, fingerprint } of lines<Finding>(run('second'), 'findings.jsonl')) {
    expect([finding_id, fingerprint]).toEqual([finding_id, before.get(finding_id)?.fingerprint]);
  }
});

test('a newcomer whom the record fits reopens the case, and is named', () => {
  const closed = cases('second').find(
    (row) => row[REVIEW] === '判断済み' && row.種類 === '別の住民がより合致' && row.候補1の宛名番号 !== '',
  )!;
  const residents = join(dir, 'sample-data', 'residents.csv');
  const register = readFileSync(residents, 'latin1');
  const id = fromCsvCell(closed.候補1の宛名番号!);
  const twin = register.split('\r\n').find((row) => row.startsWith(`${id},`))!;
  // Another resident id and no number; all else as the candidate.
  const fields = twin.split(',').with(0, '7777777').with(1, '');
  writeFileSync(residents, `${register}${fields.join(',')}\r\n`, 'latin1');
  audit('third');
  const reopened = cases('third').filter((row) => row[REVIEW]!.startsWith('再開'));
  expect(reopened.map((row) => row.事案)).toContain(closed.事案);
  for (const row of reopened) expect(row.前の判断の後に変わったこと).toBe('候補が増えました: 7777777');
});
