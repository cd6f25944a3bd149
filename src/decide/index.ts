/** Reviewers' decisions: read from files, kept beside the pipeline, held against tonight's evidence. */
export { historyOf, statusOf } from './case-status.js';
export { decideRun } from './decide-run.js';
export { reviewCounts, upperBound } from './review-counts.js';
export { type DecisionStore, readStore } from './store.js';
