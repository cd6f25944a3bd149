import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, SAMPLE, temporary, totsugo } from './program.js';

let dir: string;
beforeAll(() => {
  dir = temporary();
  cpSync(join(ROOT, 'sample-data'), join(dir, 'sample-data'), { recursive: true });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function audit(night: string, model: string) {
  const pipeline = join(dir, 'pipelines', 'emergency-review.yaml');
  cpSync(SAMPLE, pipeline);
  writeFileSync(pipeline, `${readFileSync(pipeline, 'utf8')}\n${model}`);
  return totsugo(['run', pipeline, '--out', join(dir, 'reports', night), '--quiet', '--lang', 'ja']);
}

test('a run with the model of another run on the same inputs gives its bytes', () => {
  expect(audit('learning', '').code).toBe(0);
  expect(audit('frozen', 'model: ../reports/learning/model.json\n').code).toBe(0);
  const bytes = (night: string, file: string) => readFileSync(join(dir, 'reports', night, file));
  for (const file of ['findings.jsonl', 'grades.parquet', 'model.json', 'blind-sample.jsonl']) {
    expect(bytes('frozen', file).equals(bytes('learning', file)), file).toBe(true);
  }
});

test('a model of another shape is refused in the language of the session, with the place', () => {
  const shape = { version: 1, sources: { cards: { wrongRate: '多い' } } };
  writeFileSync(join(dir, 'reports', 'wrong.json'), JSON.stringify(shape));
  const { code, stderr } = audit('never', 'model: ../reports/wrong.json\n');
  expect(code).toBe(2);
  expect(stderr).toContain('sources.cards.wrongRate');
  expect(stderr).toContain('正しくは数です');
  expect(stderr).not.toMatch(/Invalid|expected|received/);
});

test('check and run warn of a model in which a level that differs outweighs the equal one', () => {
  const model = JSON.parse(readFileSync(join(dir, 'reports', 'learning', 'model.json'), 'utf8'));
  model.sources.cards.levels.address.same_town = { m: 0.5, u: 1e-7, count: 100 };
  writeFileSync(join(dir, 'reports', 'absurd.json'), JSON.stringify(model));
  const warning = '町名は同じで、番地が異なります」(22.3ビット)が、住所の完全な一致';
  const { code, stderr } = audit('absurd', 'model: ../reports/absurd.json\n');
  expect(code).toBe(0);
  expect(stderr).toContain(warning);
  expect(readFileSync(join(dir, 'reports', 'absurd', 'model.html'), 'utf8')).toContain(warning);
  const check = totsugo(['check', join(dir, 'pipelines', 'emergency-review.yaml'), '--lang', 'ja']);
  expect(check.code).toBe(0);
  expect(check.stdout).toContain(warning);
});
