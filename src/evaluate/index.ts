export { evaluate } from './evaluate.js';
export type { Evaluation } from './evaluation.js';
export { formatEvaluation } from './format.js';
