import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openRegular } from '../files/regular-file.js';
import { type IngestReport, inputFiles } from '../ingest/index.js';
import type { Bilingual } from '../text/bilingual.js';
import type { RunContext } from './context.js';
import type { Ingredient } from './ingredient.js';
import { earlierRunsOf } from './nights.js';
import { programDigest } from './program-digest.js';
import { pseudonymsFor } from './pseudonym-key.js';

/** What every stage is made from. */
export const ALWAYS: readonly Ingredient[] = ['program', 'pipeline', 'parts'];

interface IngredientKind {
  readonly title: Bilingual;
  /** Tells one state of it from another. */
  readonly digest: (context: RunContext) => Promise<string> | string;
}

const INGREDIENTS: Readonly<Record<Ingredient, IngredientKind>> = {
  program: { title: { ja: 'プログラムの版', en: 'the program' }, digest: programDigest },
  pipeline: {
    title: { ja: 'パイプラインファイル', en: 'the pipeline file' },
    digest: ({ pipeline }) => pipeline.sha256,
  },
  parts: {
    title: { ja: '省いた部分', en: 'the parts left out' },
    digest: ({ without }) => [...without].sort().join(' '),
  },
  files: {
    title: { ja: '入力ファイル', en: 'the input files' },
    digest: (context) => filesDigest(context),
  },
  'as-of': { title: { ja: '基準日', en: 'the date to judge by' }, digest: ({ asOf }) => asOf },
  nights: {
    title: { ja: '前回までの実行', en: 'the earlier runs' },
    digest: async (context) => JSON.stringify((await earlierRunsOf(context)).map(({ runId }) => runId)),
  },
  gazetteer: {
    title: { ja: '地名の新旧対応表', en: 'the gazetteer' },
    digest: async ({ pipeline: { dir, gazetteer } }) =>
      JSON.stringify(await Promise.all(gazetteer.map(({ file }) => fileDigest(resolve(dir, file))))),
  },
  model: {
    title: { ja: '固定したモデル', en: 'the frozen model' },
    digest: ({ modelFile }) => (modelFile === null ? '' : fileDigest(modelFile)),
  },
  decisions: {
    title: { ja: '取り込んだ判断', en: 'the decisions taken in' },
    digest: ({ decisionsFile }) => fileDigest(decisionsFile),
  },
  key: {
    title: { ja: '仮名の鍵', en: 'the key of pseudonyms' },
    digest: async ({ pipeline }) => (await pseudonymsFor(pipeline))?.id ?? '',
  },
  language: { title: { ja: '言語', en: 'the language' }, digest: ({ language }) => language },
  names: {
    title: { ja: '機関の名称', en: 'the names of organisations' },
    digest: ({ pipeline: { dir, report } }) =>
      report.organisations === undefined ? '' : fileDigest(resolve(dir, report.organisations)),
  },
};

export function ingredientTitle(id: Ingredient): Bilingual {
  return INGREDIENTS[id].title;
}

export async function ingredientDigest(id: Ingredient, context: RunContext): Promise<string> {
  return sha256(await INGREDIENTS[id].digest(context));
}

/** Of the input files as they were loaded, from what the readers report. */
export function loadedDigest(reports: readonly IngestReport[]): string {
  const read = reports.flatMap(({ source, files }) =>
    files.map(({ path, bytes, sha256 }) => [source, path, bytes, sha256]),
  );
  return sha256(JSON.stringify(read));
}

/** Of the input files as they are now; the same text that `loadedDigest` digests. Reads them whole. */
async function filesDigest({ pipeline }: RunContext): Promise<string> {
  const read: unknown[] = [];
  for (const spec of [pipeline.register, ...pipeline.links]) {
    const files = await inputFiles(spec, pipeline.dir).catch(() => []);
    for (const { path, bytes } of files)
      read.push([spec.id, path, bytes, await fileDigest(resolve(pipeline.dir, path))]);
  }
  return JSON.stringify(read);
}

/** SHA-256 of a file's bytes, empty where there is no file. */
async function fileDigest(path: string): Promise<string> {
  if (!(await stat(path).catch(() => null))) return '';
  const file = await openRegular(path);
  const hash = createHash('sha256');
  for await (const block of file.createReadStream()) hash.update(block as Buffer);
  return hash.digest('hex');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
