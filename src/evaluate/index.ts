export { evaluate } from './evaluate.js';
export { evaluateDecisions } from './evaluate-decisions.js';
export type { Evaluation } from './evaluation.js';
export { formatEvaluation, formatReview } from './format.js';
export { requireFile } from './load.js';
