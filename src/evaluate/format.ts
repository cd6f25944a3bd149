import { fill, type Language } from '../text/bilingual.js';
import { table } from '../text/table.js';
import type { Evaluation } from './evaluation.js';
import {
  budgetTable,
  causeTable,
  confusionTable,
  duplicateTable,
  type EvaluationTable,
  linkTable,
  plantedTable,
  soundTable,
  sourceTable,
} from './tables.js';
import { percent, WORDS } from './words.js';

/** Links of each list shown on the terminal; the rest stands in evaluation.json. */
const LISTED = 10;

/** The evaluation as aligned tables for a terminal. */
export function formatEvaluation(evaluation: Evaluation, language: Language): string {
  const tables = [
    sourceTable(evaluation),
    causeTable(evaluation),
    confusionTable(evaluation),
    soundTable(evaluation),
    plantedTable(evaluation),
    duplicateTable(evaluation),
    budgetTable(evaluation, 12),
    ...(['misses', 'falseAlarms'] as const).map((list) =>
      linkTable(list, evaluation[list].links.slice(0, LISTED)),
    ),
  ];
  const { calibration } = evaluation;
  const figures = [
    `${WORDS.causeRight[language]}: ${percent(evaluation.causeAccuracy)}`,
    `${WORDS.error[language]}: ${calibration.error.toFixed(5)}`,
    `${WORDS.suspectError[language]}: ${calibration.suspectError.toFixed(4)}`,
  ];
  const matching = fill(WORDS.matching, { ...evaluation.matching })[language];
  return [
    matching,
    ...tables.map((shown) => formatTable(shown, evaluation, language)),
    figures.join('\n'),
  ].join('\n\n');
}

function formatTable(
  { title, headings, rows }: EvaluationTable,
  evaluation: Evaluation,
  language: Language,
): string {
  const heading = WORDS[title][language];
  if (rows.length === 0) return `${heading}: ${WORDS.none[language]}`;
  const names = headings.map((name) => (typeof name === 'string' ? WORDS[name][language] : name.text));
  const rest = title === 'misses' || title === 'falseAlarms' ? evaluation[title].total - rows.length : 0;
  const more = rest > 0 ? `\n${fill(WORDS.more, { n: rest })[language]}` : '';
  return `${heading}\n${table([names, ...rows])}${more}`;
}
