/** Reviewers' decisions: read from files, kept beside the pipeline, held against tonight's evidence. */
export { applyDecisions, type DecidedFinding } from './apply-decisions.js';
export { historyOf, statusOf } from './case-status.js';
export { readDecisions } from './read-decisions.js';
export { reviewCounts, upperBound } from './review-counts.js';
export { type DecisionStore, readStore, writeStore } from './store.js';
