import { resolve } from 'node:path';
import { decisionsPath } from '../decide/store.js';
import type { AuditLog } from '../pipeline/audit-log.js';
import { now } from '../pipeline/clock.js';
import { readManifest } from '../pipeline/manifest.js';
import { openRun } from '../pipeline/open-run.js';
import { heal } from '../pipeline/run-folders.js';
import { openLogOf } from '../pipeline/run-log.js';
import type { Language } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { snakeKeys } from '../text/snake-keys.js';
import { jsonOption, runFolder } from './arguments.js';
import { answer, answerJson, type Command } from './command.js';
import { terminalWidth } from './terminal.js';

interface Options {
  run: string;
  truth?: string;
  json: boolean;
}

const command: Command<Options> = {
  usage: 'evaluate <run>',
  title: {
    ja: '正解、または点検担当者の判断と比べて、実行結果の精度を測る',
    en: 'Measure a run against known truth, or against reviewers’ decisions',
  },
  examples: [
    [
      'evaluate reports/night --truth town/truth.csv',
      { ja: '正解と比べる', en: 'hold a run against the truth' },
    ],
  ],
  options: (yargs, text) =>
    jsonOption(runFolder(yargs, text), text).option('truth', {
      type: 'string',
      describe: text({
        ja: '正解（truth.csv）または判断のファイル（.jsonl）。省くと、取り込み済みの判断と比べる',
        en: 'The truth (truth.csv), or a decisions file (.jsonl); without it, the decisions taken in',
      }),
    }) as never,
  run: async ({ run, truth, json }, language) => {
    const { evaluate, formatEvaluation } = await import('../evaluate/index.js');
    if (truth === undefined || truth.endsWith('.jsonl')) return byDecisions(run, truth, json, language);
    const log = await logOf(run);
    const evaluation = await evaluate(run, truth, language);
    await log?.write({ action: 'evaluated', details: { path: truth } });
    await log?.copyTo(resolve(run));
    if (json) answerJson(snakeKeys(evaluation));
    else answer(formatEvaluation(evaluation, language, terminalWidth()));
    return 0;
  },
};

export default command;

/** The log of a run; the outputs of a run can be measured where its run.json is gone, and have none. */
async function logOf(run: string): Promise<AuditLog | null> {
  await heal(run);
  const manifest = await readManifest(resolve(run));
  return manifest ? openLogOf(resolve(run), manifest) : null;
}

/** With decisions as truth: those kept beside the pipeline file, or those of the file that is named. */
async function byDecisions(
  run: string,
  file: string | undefined,
  json: boolean,
  language: Language,
): Promise<0> {
  const { isStore, readStore, storeOfFiles } = await import('../decide/index.js');
  const { evaluateDecisions, formatReview, requireFile } = await import('../evaluate/index.js');
  const { loadPipeline } = await import('../pipeline/file/load.js');
  const manifest = await openRun(resolve(run));
  const log = await openLogOf(resolve(run), manifest);
  if (file !== undefined) requireFile(file);
  // A file that was exported needs no pipeline file to be read; where there is one, its reviewers are the office's.
  const pipeline = await loadPipeline(manifest.pipeline.path).catch((error: unknown) => {
    if (file === undefined || !(error instanceof Failure) || error.code !== 'pipeline-missing') throw error;
    return null;
  });
  const path = file ?? decisionsPath(pipeline!);
  const exported = file !== undefined && !(await isStore(file));
  const store = exported
    ? await storeOfFiles(resolve(run), [path], {
        runId: manifest.run_id,
        now: now().toISOString(),
        reviewers: pipeline?.review.reviewers ?? null,
      })
    : await readStore(path);
  const evaluation = await evaluateDecisions(run, store, path, { language, oneIsEnough: exported });
  await log.write({ action: 'evaluated', details: { path } });
  await log.copyTo(resolve(run));
  if (json) answerJson(snakeKeys(evaluation));
  else answer(formatReview(evaluation, language, terminalWidth()));
  return 0;
}
