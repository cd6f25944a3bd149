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

/**
 * The whole pipeline, in order. Each stage reads and writes the named tables (docs/architecture.md), nothing else;
 * `test/pipeline/stages.test.ts` watches every statement to see that it is so. `*` and `<…>` stand for any ending.
 */
export const STAGES: readonly Stage[] = [
  {
    name: 'ingest',
    title: { ja: '取込', en: 'Read files' },
    reads: [],
    writes: ['raw_register', 'raw_<source>', 'rejects'],
    run: ingest,
  },
  {
    name: 'check',
    title: { ja: 'データ点検', en: 'Check data' },
    reads: ['raw_register', 'raw_<source>'],
    writes: [],
    run: check,
  },
  {
    name: 'normalize',
    title: { ja: '正規化', en: 'Normalise' },
    reads: ['raw_register', 'raw_<source>'],
    writes: ['dict_*', 'residents', 'links', 'owner_<tie>'],
    run: normalize,
  },
  {
    name: 'verify',
    title: { ja: '照合', en: 'Verify links' },
    reads: ['residents', 'links'],
    writes: ['levels'],
    run: verify,
  },
  {
    name: 'learn',
    title: { ja: '学習', en: 'Learn weights' },
    reads: ['levels', 'residents', 'links'],
    writes: ['namesakes', 'labels'],
    run: learn,
  },
  {
    name: 'rivals',
    title: { ja: '候補検索', en: 'Search rivals' },
    reads: ['levels', 'residents', 'links', 'namesakes'],
    writes: ['suspects', 'number_slips', 'serial_neighbours', 'rivals', 'rival_levels', 'pattern_odds'],
    run: rivals,
  },
  {
    name: 'score',
    title: { ja: '判定', en: 'Weigh' },
    reads: [
      'levels',
      'labels',
      'residents',
      'links',
      'namesakes',
      'suspects',
      'rivals',
      'rival_levels',
      'pattern_odds',
    ],
    writes: [
      'frequency_*',
      'holders',
      'beside',
      'clusters',
      'clustered',
      'suspect_verdicts',
      'hypotheses',
      'verdicts',
    ],
    run: score,
  },
  {
    name: 'findings',
    title: { ja: '所見', en: 'Findings' },
    reads: [
      'verdicts',
      'suspect_verdicts',
      'clusters',
      'clustered',
      'hypotheses',
      'levels',
      'links',
      'residents',
      'namesakes',
      'frequency_*',
      'suspects',
      'rivals',
      'rival_levels',
    ],
    writes: ['graded_wrong', 'swap_cycles', 'finding_hits', 'sample_hits', 'findings', 'blind_sample'],
    run: findings,
  },
  {
    name: 'report',
    title: { ja: '報告書', en: 'Report' },
    reads: ['findings', 'blind_sample', 'verdicts', 'links', 'residents', 'rejects'],
    writes: ['cases', 'case_links', 'case_residents'],
    run: report,
  },
];
