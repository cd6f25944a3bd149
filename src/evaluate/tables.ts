import { wordsFor } from '../audit/words.js';
import { CAUSES, KINDS } from '../findings/titles.js';
import type { Bilingual } from '../text/bilingual.js';
import type { BlockingEvaluation, Evaluation, ListedLink, SourceEvaluation } from './evaluation.js';
import { percent, WORDS, type Word } from './page/words.js';

/** A table of the evaluation as terminal and page both show it; the first column is text, as are `Bilingual` cells. */
export interface EvaluationTable {
  readonly title: Word;
  readonly headings: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A source is its id on a terminal, where it is typed again, and its title on the page. */
export type Cell = string | Bilingual | (Bilingual & { readonly source: string });

const heads = (...words: readonly Word[]): readonly Bilingual[] => words.map((word) => WORDS[word]);
export const sourceCell = (source: string): Cell =>
  source === 'all' ? WORDS.all : { source, ja: source, en: source };
const causeCell = (cause: string): Cell =>
  cause === 'sound' ? WORDS.sound : cause === 'none' ? WORDS.noCause : wordsFor(CAUSES, cause);

export function sourceTable({ sources }: Evaluation): EvaluationTable {
  return {
    title: 'bySource',
    headings: heads(
      'source',
      'links',
      'wrong',
      'unshowable',
      'found',
      'alarms',
      'recall',
      'precision',
      'owner1',
      'owner3',
      'owner1Told',
    ),
    rows: sources.map((source) => [
      sourceCell(source.source),
      ...[source.links, source.wrong, source.unshowable, source.found, source.falseAlarms].map(count),
      ...[
        source.recall,
        source.precision,
        source.owner.first,
        source.owner.firstThree,
        source.ownerTold.first,
      ].map(percent),
    ]),
  };
}

export function causeTable({ causes }: Evaluation): EvaluationTable {
  return {
    title: 'bySourceAndCause',
    headings: heads('source', 'cause', 'wrong', 'found', 'recall', 'owner1', 'causeRight'),
    rows: causes.map(({ source, cause, wrong, found, recall, ownerFirst, causeRight }) => [
      sourceCell(source),
      causeCell(cause),
      count(wrong),
      count(found),
      percent(recall),
      percent(ownerFirst),
      percent(causeRight),
    ]),
  };
}

export function soundTable({ sources }: Evaluation): EvaluationTable {
  const shares = ({ sound }: SourceEvaluation) => {
    const all = sound.A + sound.B + sound.C + sound.U;
    return (['A', 'B', 'C', 'U'] as const).map((grade) =>
      all === 0 ? '–' : `${((100 * sound[grade]) / all).toFixed(3)} %`,
    );
  };
  return {
    title: 'soundGrades',
    headings: [WORDS.source, 'A', 'B', 'C', 'U'],
    rows: sources.map((source) => [sourceCell(source.source), ...shares(source)]),
  };
}

export function plantedTable({ planted }: Evaluation): EvaluationTable {
  return {
    title: 'planted',
    headings: heads('kind', 'links', 'found', 'recall'),
    rows: planted.map(({ kind, planted: n, found, recall }) => [
      wordsFor(KINDS, kind),
      count(n),
      count(found),
      percent(recall),
    ]),
  };
}

export function duplicateTable({ duplicates }: Evaluation): EvaluationTable {
  const rows = duplicates === null ? [] : [duplicates];
  return {
    title: 'duplicates',
    headings: heads('plantedPairs', 'reported', 'found', 'recall', 'precision'),
    rows: rows.map(({ planted, reported, found, recall, precision }) => [
      ...[planted, reported, found].map(count),
      percent(recall),
      percent(precision),
    ]),
  };
}

export function confusionTable({ confusion }: Evaluation): EvaluationTable {
  const found = [...new Set(Object.values(confusion).flatMap((row) => Object.keys(row)))].sort();
  return {
    title: 'confusion',
    headings: [WORDS.cause, ...found.map(causeCell)],
    rows: Object.entries(confusion).map(([truth, row]) => [
      causeCell(truth),
      ...found.map((cause) => count(row[cause] ?? 0)),
    ]),
  };
}

export function calibrationTable({ calibration }: Pick<Evaluation, 'calibration'>): EvaluationTable {
  return {
    title: 'calibration',
    headings: heads('probability', 'links', 'meanProbability', 'wrongShare', 'interval'),
    rows: calibration.bins.map(({ from, to, links, meanProbability, wrongShare, low, high }) => [
      `${from} – ${to}`,
      count(links),
      meanProbability.toFixed(5),
      wrongShare.toFixed(5),
      `${low.toFixed(5)} – ${high.toFixed(5)}`,
    ]),
  };
}

export function budgetTable({ budget }: Evaluation, most: number): EvaluationTable {
  const every = Math.max(1, Math.ceil(budget.length / most));
  return {
    title: 'budget',
    headings: heads('reviewed', 'found', 'recall', 'precision'),
    rows: budget
      .filter((_, at) => at % every === every - 1)
      .map(({ reviewed, found, recall, precision }) => [
        count(reviewed),
        count(found),
        percent(recall),
        percent(precision),
      ]),
  };
}

export function blockingTable({ sources }: BlockingEvaluation): EvaluationTable {
  return {
    title: 'blocking',
    headings: heads('source', 'wrongKnown', 'searched', 'amongRivals', 'share'),
    rows: sources.map(({ source, wrong, suspects, found, recall }) => [
      sourceCell(source),
      ...[wrong, suspects, found].map(count),
      percent(recall),
    ]),
  };
}

/** Found by each rule, in brackets by it alone: over all, then in every source. */
export function ruleTable({ sources, rules }: BlockingEvaluation): EvaluationTable {
  return {
    title: 'blockingRules',
    headings: [
      ...heads('rule', 'rivalsNamed', 'capCut', 'ownersCut'),
      ...sources.map(({ source }) => sourceCell(source)),
    ],
    rows: rules.map((rule) => [
      rule.title,
      ...[rule.pairs, rule.cut, rule.ownersCut].map(count),
      ...sources.map(({ source }) => {
        const { found, only } = rule.sources[source] ?? { found: 0, only: 0 };
        return only > 0 ? `${count(found)} (${count(only)})` : count(found);
      }),
    ]),
  };
}

export function blockingMissTable({ missed, rules }: BlockingEvaluation): EvaluationTable {
  const title = (id: string) => rules.find(({ rule }) => rule === id)?.title ?? { ja: id, en: id };
  return {
    title: 'ownersMissed',
    headings: heads('source', 'record', 'resident', 'owner', 'cause', 'grade', 'why'),
    rows: missed.links.map((link) => [
      sourceCell(link.source),
      link.record_id,
      link.resident_id ?? '–',
      link.true_resident_id,
      causeCell(link.cause ?? 'none'),
      link.grade,
      {
        ja: [WORDS[link.why].ja, ...link.cut_by.map((id) => title(id).ja)].join(' '),
        en: [WORDS[link.why].en, ...link.cut_by.map((id) => title(id).en)].join(' '),
      },
    ]),
  };
}

export function linkTable(title: 'misses' | 'falseAlarms', links: readonly ListedLink[]): EvaluationTable {
  return {
    title,
    headings: heads(
      'source',
      'record',
      'resident',
      'owner',
      'cause',
      'foundCause',
      'grade',
      'probability',
      'note',
    ),
    rows: links.map((link) => [
      sourceCell(link.source),
      link.record_id,
      link.resident_id,
      link.true_resident_id ?? '–',
      link.cause === null ? '–' : causeCell(link.cause),
      link.found_cause === null ? '–' : causeCell(link.found_cause),
      link.grade,
      link.probability.toFixed(4),
      link.note ?? '',
    ]),
  };
}

function count(n: number): string {
  return n.toLocaleString('en');
}
