export { type IngestReport, ingestInput } from './ingest-input.js';
export { preflight } from './preflight/preflight.js';
