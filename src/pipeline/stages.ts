import type { StageName } from '../audit/stage-name.js';
import { allTables, touchedBy } from '../tables/index.js';
import { BROUGHT } from '../verify/level-tables.js';
import type { Stage } from './context.js';
import { check } from './stages/check.js';
import { findings } from './stages/findings.js';
import { ingest } from './stages/ingest.js';
import { learn } from './stages/learn.js';
import { normalize } from './stages/normalize.js';
import { report } from './stages/report.js';
import { rivals } from './stages/rivals.js';
import { score } from './stages/score.js';
import { verify } from './stages/verify.js';

/** Every table that a run leaves. */
export const TABLES = allTables(BROUGHT);

const touched = (stage: StageName) => touchedBy(stage, TABLES);

/**
 * The whole pipeline, in order. Each stage reads and writes the tables that name it (`tables/`), nothing else;
 * `test/pipeline/stages.test.ts` watches every statement to see that it is so.
 */
export const STAGES: readonly Stage[] = [
  {
    name: 'ingest',
    ...touched('ingest'),
    title: { ja: '取込', en: 'Read files' },
    madeFrom: ['files'],
    run: ingest,
  },
  {
    name: 'check',
    ...touched('check'),
    title: { ja: 'データ点検', en: 'Check data' },
    madeFrom: ['as-of', 'nights'],
    run: check,
  },
  {
    name: 'normalize',
    ...touched('normalize'),
    title: { ja: '正規化', en: 'Normalise' },
    run: normalize,
  },
  {
    name: 'verify',
    ...touched('verify'),
    title: { ja: '照合', en: 'Verify links' },
    run: verify,
  },
  {
    name: 'learn',
    ...touched('learn'),
    title: { ja: '学習', en: 'Learn weights' },
    madeFrom: ['model', 'decisions'],
    run: learn,
  },
  {
    name: 'rivals',
    ...touched('rivals'),
    title: { ja: '候補検索', en: 'Search rivals' },
    run: rivals,
  },
  {
    name: 'score',
    ...touched('score'),
    title: { ja: '判定', en: 'Weigh' },
    run: score,
  },
  {
    name: 'findings',
    ...touched('findings'),
    title: { ja: '所見', en: 'Findings' },
    madeFrom: ['key'],
    run: findings,
  },
  {
    name: 'report',
    ...touched('report'),
    title: { ja: '報告書', en: 'Report' },
    madeFrom: ['language'],
    run: report,
  },
];
