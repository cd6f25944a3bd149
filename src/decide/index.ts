/** Reviewers' decisions: read from files, kept beside the pipeline, held against tonight's evidence. */

export type { KeptDecision } from '../audit/decision.js';
export { historyOf, reviewersOn, statusOf } from './case-status.js';
export { placeOf, problemLine } from './cell-problem.js';
export { decideRun, storeOfFiles } from './decide-run.js';
export { labelsOf, linkLabels } from './labels.js';
export { MARKS_FILE } from './read-marks.js';
export { type CountedStatus, reviewCounts, upperBound } from './review-counts.js';
export { reviewersNeeded } from './reviewers-needed.js';
export { checkStore, type DecisionStore, decisionsPath, isStore, readStore, storeOf } from './store.js';
