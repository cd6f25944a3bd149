import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { writeReports } from '../../src/report/index.js';
import { temporaryFolder } from './browser.js';
import { sampleResult } from './sample-result.js';

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

async function pages(frozenModel?: string, result = sampleResult()) {
  const dir = temporaryFolder();
  dirs.push(dir);
  const run = frozenModel === undefined ? result.run : { ...result.run, frozenModel };
  await writeReports({ ...result, run }, dir, ['html']);
  const read = (name: string) => readFileSync(join(dir, name), 'utf8');
  return { index: read('index.html'), model: read('model.html') };
}

test('the model page says that the run learned its model; the executive page says nothing of it', async () => {
  const { index, model } = await pages();
  expect(model).toContain('この回の紐付けと、これまでに確定した判断から学習したモデルです。');
  expect(model).toContain('件から学習');
  expect(index).not.toContain('学習');
});

test('where the weighing of rivals moved the estimate, the figure says that the line below ends before that', async () => {
  const result = sampleResult();
  const sources = { insurance: { ...result.model.sources.insurance!, wrongRate: 0.0015 } };
  const { model } = await pages(undefined, { ...result, model: { ...result.model, sources } });
  expect(model).toContain('15.00 件（候補を比べた後。比べる前は 12.00 件で、下の線はそこまで）');
  expect(model).toContain('15.00 wrong in 10,000 once rivals were weighed (12.00 before that');
  expect((await pages()).model).not.toContain('比べる前は');
});

test('a frozen model is named on both', async () => {
  const { index, model } = await pages('model-2026-04.json');
  for (const page of [index, model]) {
    expect(page).toContain(
      'ファイル model-2026-04.json に固定されたモデルです。この回では学習していません。',
    );
    expect(page).toContain('Frozen in the file model-2026-04.json: nothing was learned in this run.');
  }
  expect(model).toContain('件から以前に学習');
  expect(model).not.toContain('この回の紐付けと');
});

test('a first run says so, and counts nothing as new', async () => {
  const dir = temporaryFolder();
  dirs.push(dir);
  const result = sampleResult();
  const previous_run = { first: 7, new: 0, resolved: 0, continuing: 0, recurring: 0 };
  await writeReports({ ...result, summary: { ...result.summary, previous_run } }, dir, ['html']);
  const index = readFileSync(join(dir, 'index.html'), 'utf8');
  expect(index).toContain('There is no earlier run to compare with.');
  expect(index).toContain('前回の実行がないため、比べるものはありません');
  expect(index).not.toContain('解消した事案は前回の報告書にあります');
  expect((await pages()).index).toContain('解消した事案は前回の報告書にあります');
});

test('where nothing gathers it is said what was tested, and that few links or a shifted block make a high rate', async () => {
  const result = sampleResult();
  const indexOf = async (causes: Readonly<Record<string, number>>) => {
    const dir = temporaryFolder();
    dirs.push(dir);
    const [first, ...others] = result.summary.organisations;
    const organisations = [
      { ...first!, organisation: '0033', C: 15, causes },
      ...others.map((row) => ({ ...row, causes: {} })),
    ];
    const summary = { ...result.summary, clusters: [], organisations };
    await writeReports({ ...result, summary }, dir, ['html']);
    return readFileSync(join(dir, 'index.html'), 'utf8');
  };
  const shifted = await indexOf({ 'row-shift': 10, family: 2 });
  for (const text of [
    '端末・登録担当者・登録日・取得方法ごとに調べ',
    '0033 15 件中 10 件。',
    '0033 10 of 15.',
  ])
    expect(shifted).toContain(text);
  expect(shifted).not.toContain('数件でも高くなります');
  const few = await indexOf({ family: 2 });
  expect(few).toContain('紐付けの少ない機関では、数件でも高くなります。');
  expect(few).not.toContain('行ずれ（続いた行');
});
