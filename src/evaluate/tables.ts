import type { Evaluation, ListedLink, SourceEvaluation } from './evaluation.js';
import { percent, type Word } from './words.js';

/** A table of the evaluation as terminal and page both show it: headings are words, cells are text. */
export interface EvaluationTable {
  readonly title: Word;
  readonly headings: readonly (Word | { readonly text: string })[];
  readonly rows: readonly (readonly string[])[];
}

export function sourceTable({ sources }: Evaluation): EvaluationTable {
  return {
    title: 'bySource',
    headings: [
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
    ],
    rows: sources.map((source) => [
      source.source,
      ...[source.links, source.wrong, source.unshowable, source.found, source.falseAlarms].map(String),
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
    headings: ['source', 'cause', 'wrong', 'found', 'recall', 'owner1', 'causeRight'],
    rows: causes.map(({ source, cause, wrong, found, recall, ownerFirst, causeRight }) => [
      source,
      cause,
      String(wrong),
      String(found),
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
    headings: ['source', { text: 'A' }, { text: 'B' }, { text: 'C' }, { text: 'U' }],
    rows: sources.map((source) => [source.source, ...shares(source)]),
  };
}

export function plantedTable({ planted }: Evaluation): EvaluationTable {
  return {
    title: 'planted',
    headings: ['kind', 'links', 'found', 'recall'],
    rows: planted.map(({ kind, planted: n, found, recall }) => [
      kind,
      String(n),
      String(found),
      percent(recall),
    ]),
  };
}

export function duplicateTable({ duplicates }: Evaluation): EvaluationTable {
  const rows = duplicates === null ? [] : [duplicates];
  return {
    title: 'duplicates',
    headings: ['plantedPairs', 'reported', 'found', 'recall', 'precision'],
    rows: rows.map(({ planted, reported, found, recall, precision }) => [
      ...[planted, reported, found].map(String),
      percent(recall),
      percent(precision),
    ]),
  };
}

export function confusionTable({ confusion }: Evaluation): EvaluationTable {
  const found = [...new Set(Object.values(confusion).flatMap((row) => Object.keys(row)))].sort();
  return {
    title: 'confusion',
    headings: ['cause', ...found.map((text) => ({ text }))],
    rows: Object.entries(confusion).map(([truth, row]) => [
      truth,
      ...found.map((cause) => String(row[cause] ?? 0)),
    ]),
  };
}

export function calibrationTable({ calibration }: Evaluation): EvaluationTable {
  return {
    title: 'calibration',
    headings: ['probability', 'links', 'meanProbability', 'wrongShare'],
    rows: calibration.bins.map(({ from, to, links, meanProbability, wrongShare }) => [
      `${from} – ${to}`,
      String(links),
      meanProbability.toFixed(5),
      wrongShare.toFixed(5),
    ]),
  };
}

export function budgetTable({ budget }: Evaluation, most: number): EvaluationTable {
  const every = Math.max(1, Math.ceil(budget.length / most));
  return {
    title: 'budget',
    headings: ['reviewed', 'found', 'recall', 'precision'],
    rows: budget
      .filter((_, at) => at % every === every - 1)
      .map(({ reviewed, found, recall, precision }) => [
        String(reviewed),
        String(found),
        percent(recall),
        percent(precision),
      ]),
  };
}

export function linkTable(title: 'misses' | 'falseAlarms', links: readonly ListedLink[]): EvaluationTable {
  return {
    title,
    headings: ['source', 'record', 'resident', 'owner', 'cause', 'found', 'grade', 'probability', 'note'],
    rows: links.map((link) => [
      link.source,
      link.record_id,
      link.resident_id,
      link.true_resident_id ?? '–',
      link.cause ?? '–',
      link.found_cause ?? '–',
      link.grade,
      link.probability.toFixed(4),
      link.note ?? '',
    ]),
  };
}
