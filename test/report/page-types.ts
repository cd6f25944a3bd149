import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EvaluationPage } from '../../src/evaluate/page/page.js';
import { ReviewPage } from '../../src/evaluate/page/review-page.js';
import { writeEvaluation } from '../../src/evaluate/write-evaluation.js';
import { writeReports } from '../../src/report/index.js';
import { SAMPLE_EVALUATION, SAMPLE_REVIEW } from './sample-evaluations.js';
import { sampleResult } from './sample-result.js';

/** One page of every type, by the name of its reference picture; axe reads each of them. */
export const PAGE_TYPES = {
  overview: 'index.html',
  organisations: 'organisations.html',
  lists: 'lists.html',
  quality: 'quality.html',
  unchecked: 'unchecked.html',
  guide: '01130012/guide.html',
  model: 'model.html',
  evaluation: 'evaluation.html',
  decided: 'decided/evaluation.html',
  list: '01130012/index.html',
  case: '01130012/index.html#case=C-0001',
  blind: '01130012/index.html#case=S-0001',
  all: 'all/index.html',
} as const;

/** Writes every page that the program writes: the report, and both evaluations. */
export async function writeEveryPage(dir: string): Promise<void> {
  const result = sampleResult();
  await writeReports(result, dir, ['html']);
  const decided = join(dir, 'decided');
  await mkdir(decided);
  for (const run of [dir, decided]) {
    await writeFile(join(run, 'summary.json'), JSON.stringify(result.summary));
  }
  await writeEvaluation(dir, SAMPLE_EVALUATION, EvaluationPage, 'ja');
  await writeEvaluation(decided, SAMPLE_REVIEW, ReviewPage, 'ja');
}
