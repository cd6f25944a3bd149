export { inspectFile } from './inspect-file.js';
export type { Inspection } from './inspection.js';
export { renderInspection } from './source-block.js';
export { writeIntoPipeline } from './write-into.js';
