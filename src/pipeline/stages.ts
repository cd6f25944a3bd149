import { allTables } from '../tables/index.js';
import { touchedBy } from '../tables/stages-of-tables.js';
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

/**
 * The whole pipeline, in order. Each stage reads and writes the tables that `tables/stages-of-tables.ts` tells, takes the
 * results that it lists and nothing else; `test/pipeline/stages.test.ts` watches every statement to see that it is so.
 */
export const STAGES: readonly Stage[] = [
  {
    name: 'ingest',
    ...touchedBy('ingest'),
    title: { ja: '取込', en: 'Read files' },
    does: 'reads every file; rejects what cannot be read',
    folders: ['ingest'],
    madeFrom: ['files'],
    run: ingest,
  },
  {
    name: 'check',
    ...touchedBy('check'),
    title: { ja: 'データ点検', en: 'Check data' },
    does: 'counts what is odd in the data: check digits, dates, characters, missing items',
    folders: ['check'],
    takes: ['ingest'],
    madeFrom: ['as-of', 'nights'],
    run: check,
  },
  {
    name: 'normalize',
    ...touchedBy('normalize'),
    title: { ja: '正規化', en: 'Normalise' },
    does: 'makes comparable keys; ties each link to its resident by number or serial',
    folders: ['prepare', 'normalize'],
    takes: ['ingest'],
    madeFrom: ['key'],
    run: normalize,
  },
  {
    name: 'verify',
    ...touchedBy('verify'),
    title: { ja: '照合', en: 'Verify links' },
    does: 'compares each link with its resident, item by item; sees columns that are not what they claim',
    folders: ['verify'],
    madeFrom: ['gazetteer'],
    run: verify,
  },
  {
    name: 'learn',
    ...touchedBy('learn'),
    title: { ja: '学習', en: 'Learn weights' },
    does: 'learns m, u and the wrong rate of each source by EM (`em.ts`), also from what people have settled, or takes them from a frozen model',
    folders: ['score'],
    madeFrom: ['model', 'decisions'],
    run: learn,
  },
  {
    name: 'rivals',
    ...touchedBy('rivals'),
    title: { ja: '候補検索', en: 'Search rivals' },
    does: 'picks the suspects; finds who else each record could belong to, and compares',
    folders: ['rivals', 'score', 'verify'],
    takes: ['learn'],
    run: rivals,
  },
  {
    name: 'score',
    ...touchedBy('score'),
    title: { ja: '判定', en: 'Weigh' },
    does: 'learns how wrong links come about, and the wrong rate again, now that rivals are known (`relearn-from-rivals.ts`); weighs linked resident, rivals and nobody, again where wrong links gather; grades every link (`grades.ts`)',
    folders: ['score'],
    takes: ['learn'],
    run: score,
  },
  {
    name: 'findings',
    ...touchedBy('findings'),
    title: { ja: '所見', en: 'Findings' },
    does: 'what was found, how it came about; draws clean links for blind review',
    folders: ['findings'],
    takes: ['score'],
    madeFrom: ['key'],
    run: findings,
  },
  {
    name: 'report',
    ...touchedBy('report'),
    title: { ja: '報告書', en: 'Report' },
    does: 'writes every file of the output folder',
    folders: ['result', 'report'],
    takes: ['ingest', 'check', 'verify', 'score', 'findings'],
    madeFrom: ['language', 'names'],
    run: report,
  },
];
