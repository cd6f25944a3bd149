import { fill, type Language } from '../text/bilingual.js';
import { table } from '../text/table.js';
import { blockingLine } from './blocking-line.js';
import type { Evaluation } from './evaluation.js';
import { percent, WORDS } from './page/words.js';
import type { ReviewEvaluation } from './review-evaluation.js';
import { ownerLine, reviewHeadline, reviewTables, sampleLine } from './review-tables.js';
import {
  budgetTable,
  type Cell,
  calibrationTable,
  causeTable,
  confusionTable,
  duplicateTable,
  type EvaluationTable,
  linkTable,
  plantedTable,
  soundTable,
  sourceTable,
} from './tables.js';

/** Links of each list shown on the terminal; the rest stands in evaluation.json. */
const LISTED = 10;

/** The evaluation as aligned tables for a terminal of so many columns. */
export function formatEvaluation(evaluation: Evaluation, language: Language, width?: number): string {
  const shownTable = (shown: EvaluationTable) => formatTable(shown, language, width);
  const ownerless = fill(WORDS.ownerless, { ...evaluation.ownerless })[language];
  const bySource = `${shownTable(sourceTable(evaluation))}\n${ownerless}`;
  const tables = [
    causeTable(evaluation),
    confusionTable(evaluation),
    soundTable(evaluation),
    plantedTable(evaluation),
    duplicateTable(evaluation),
    budgetTable(evaluation, 12),
  ].map(shownTable);
  const lists = (['misses', 'falseAlarms'] as const).map((list) => {
    const { total, links } = evaluation[list];
    const shown = links.slice(0, LISTED);
    const more = total > shown.length ? `\n${fill(WORDS.more, { n: total - shown.length })[language]}` : '';
    return `${shownTable(linkTable(list, shown))}${more}`;
  });
  const { calibration, blocking } = evaluation;
  const figures = [
    `${WORDS.causeRight[language]}: ${percent(evaluation.causeAccuracy)}`,
    `${WORDS.error[language]}: ${calibration.error.toFixed(5)}`,
    `${WORDS.suspectError[language]}: ${calibration.suspectError.toFixed(4)}`,
    (blocking === null ? WORDS.blockingPurged : blockingLine(blocking))[language],
  ];
  const matching = fill(WORDS.matching, { ...evaluation.matching })[language];
  return [matching, bySource, ...tables, ...lists, figures.join('\n')].join('\n\n');
}

/** The same for an evaluation by reviewers' decisions. */
export function formatReview(evaluation: ReviewEvaluation, language: Language, width?: number): string {
  const lines = [reviewHeadline(evaluation), ownerLine(evaluation), sampleLine(evaluation)];
  const tables = [...reviewTables(evaluation), calibrationTable(evaluation)];
  return [
    lines.map((line) => line[language]).join('\n'),
    ...tables.map((shown) => formatTable(shown, language, width)),
  ].join('\n\n');
}

/** A heading and an aligned table, or that there is nothing to show. */
function formatTable(
  { title, headings, rows }: EvaluationTable,
  language: Language,
  width: number | undefined,
): string {
  const heading = WORDS[title][language];
  if (rows.length === 0) return `${heading}: ${WORDS.none[language]}`;
  const words = (cell: Cell) => (typeof cell === 'string' ? cell : cell[language]);
  const lines = [headings, ...rows].map((row) => row.map(words));
  return `${heading}\n${table(lines, width)}`;
}
