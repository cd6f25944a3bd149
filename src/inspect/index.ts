export { draftText, onlyLikely } from './draft.js';
export { findExports, keyOf } from './find-exports.js';
export { inspectFile, inspectSettled } from './inspect-file.js';
export type { Inspection, Question } from './inspection.js';
export { inspectionJson } from './inspection-json.js';
export { previewText } from './preview-text.js';
export { questionTexts } from './question-text.js';
export { renderInspection } from './source-block.js';
export { writeIntoPipeline } from './write-into.js';
