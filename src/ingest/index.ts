export { type IngestReport, ingestInput } from './ingest-input.js';
export { inputFiles } from './input-file.js';
export { preflight } from './preflight/preflight.js';
export { unreadSheetsOf } from './unread-sheets.js';
