/** Reviewers' decisions: read from files, kept beside the pipeline, held against tonight's evidence. */
export { type Applied, type ApplyOptions, applyDecisions, type DecidedFinding } from './apply-decisions.js';
export { type CaseStatus, historyOf, statusOf } from './case-status.js';
export { type DecideOptions, decideRun } from './decide-run.js';
export type { Decision, KeptDecision } from './decision.js';
export { type Label, labelsOf } from './labels.js';
export { readDecisions } from './read-decisions.js';
export { reviewCounts, upperBound } from './review-counts.js';
export { type DecisionStore, readStore, storeOf, writeStore } from './store.js';
