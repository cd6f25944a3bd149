import { parsePipeline } from '../../src/pipeline/file/load.js';
import { PipelineErrors } from '../../src/pipeline/file/problems.js';

/** A pipeline file with nothing but what it needs. */
export const MINIMAL = `version: 1
register:
  file: r.csv
  columns: {resident_id: 宛名番号, my_number: 個人番号}
links:
  cards:
    file: c.csv
    columns: {record_id: 発行番号, my_number: 個人番号}
`;

/** What is said of a pipeline file, in English, a problem a line. */
export function problemsOf(yaml: string): string[] {
  try {
    parsePipeline(yaml, 'p.yaml');
  } catch (error) {
    if (error instanceof PipelineErrors) return error.say('en').split('\n');
    throw error;
  }
  return [];
}
