export { type IngestReport, ingestInput } from './ingest-input.js';
export { inputFiles } from './input-file.js';
export { countItems, type ItemCount } from './preflight/item-counts.js';
export { countNotes, itemCountsText } from './preflight/item-counts-text.js';
export { preflight } from './preflight/preflight.js';
export { unreadSheetsOf } from './unread-sheets.js';
