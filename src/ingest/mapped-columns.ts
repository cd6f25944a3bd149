import type { InputSpec } from '../pipeline/pipeline-file.js';

/** Names of the file's columns that some item is read from, each once. */
export function mappedColumns(spec: InputSpec): readonly string[] {
  return [...new Set(Object.values(spec.columns).flatMap((column) => column.from))];
}
