import { wordsFor } from '../audit/words.js';
import type { ShareWithInterval } from '../decide/exact-interval.js';
import { CAUSES, KINDS } from '../findings/titles.js';
import { type Bilingual, fill } from '../text/bilingual.js';
import { percent, WORDS, type Word } from './page/words.js';
import type { ReviewEvaluation, ReviewedGroup } from './review-evaluation.js';
import { type Cell, type EvaluationTable, sourceCell } from './tables.js';

/** Tables of an evaluation by reviewers' decisions. */
export function reviewTables({
  sources,
  kinds,
  causes,
  others,
}: ReviewEvaluation): readonly EvaluationTable[] {
  return [
    groupTable('reviewedSources', 'source', sources, sourceCell),
    groupTable('reviewedKinds', 'kind', kinds, (name) => wordsFor(KINDS, name)),
    groupTable('reviewedCauses', 'cause', causes, (name) => wordsFor(CAUSES, name)),
    groupTable('reviewedOthers', 'kind', others, (name) => wordsFor(KINDS, name)),
  ];
}

function groupTable(
  title: Word,
  first: Word,
  groups: readonly ReviewedGroup[],
  name: (name: string) => Cell,
): EvaluationTable {
  return {
    title,
    headings: [
      WORDS[first],
      WORDS.findings,
      WORDS.confirmedWrong,
      WORDS.confirmedRight,
      WORDS.badData,
      WORDS.open,
      WORDS.precision,
      WORDS.interval,
    ],
    rows: groups.map((group) => [
      name(group.name),
      ...[group.findings, group.wrong, group.right, group.badData, group.open].map(String),
      percent(group.precision.share),
      interval(group.precision),
    ]),
  };
}

/** The whole in one sentence. */
export function reviewHeadline({ sources }: ReviewEvaluation): Bilingual {
  const all = sources[0]!;
  return fill(WORDS.reviewHeadline, {
    reviewed: all.wrong + all.right,
    wrong: all.wrong,
    precision: percent(all.precision.share),
    interval: interval(all.precision),
  });
}

export function ownerLine({ owner }: ReviewEvaluation): Bilingual {
  return fill(WORDS.reviewOwner, {
    named: owner.named,
    first: `${percent(owner.first.share)} (${interval(owner.first)})`,
    three: `${percent(owner.firstThree.share)} (${interval(owner.firstThree)})`,
  });
}

/** What the blind sample bounds, or that nobody has read it yet. */
export function sampleLine({ sample }: ReviewEvaluation): Bilingual {
  if (sample.reviewed === 0) return fill(WORDS.sampleUnread, { drawn: sample.drawn });
  return fill(WORDS.sampleRead, { ...sample, upper: (10_000 * sample.upper).toFixed(1) });
}

function interval({ share, low, high }: ShareWithInterval): string {
  return share === null ? '–' : `${percent(low)} – ${percent(high)}`;
}
