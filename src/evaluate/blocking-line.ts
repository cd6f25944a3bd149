import { type Bilingual, fill } from '../text/bilingual.js';
import type { BlockingEvaluation, BlockingMiss } from './evaluation.js';
import { percent, WORDS } from './page/words.js';

/** Blocking in one sentence. */
export function blockingLine({ sources, missed }: BlockingEvaluation): Bilingual {
  const [all] = sources;
  if (!all) return WORDS.blockingNone;
  const lost = (why: BlockingMiss['why']) => missed.causes[why];
  return fill(WORDS.blockingLine, {
    wrong: all.wrong,
    found: all.found,
    recall: percent(all.recall),
    unsearched: lost('not-suspected'),
    lost: lost('no-rule'),
    cut: lost('cut'),
  });
}
