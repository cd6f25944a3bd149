import type { CanonicalItem } from '../audit/items.js';
import { table, texts } from './table.js';

/** Name of the table with the accepted rows of an input. */
export function rawName(input: string): string {
  return `raw_${input}`;
}

/** The accepted rows of an input, `register` or a source, with the items that its file has. */
export function rawTable<const I extends CanonicalItem>(input: string, items: readonly I[]) {
  return table({
    name: rawName(input),
    family: 'raw_<input>',
    columns: { file: 'small', row: 'int', ...texts(items) },
    row: 'accepted row of the register or of a source',
    notes: { row: 'then the items of the file, NULL where empty' },
  });
}

export const REJECTS = table({
  name: 'rejects',
  columns: {
    source: 'text',
    file: 'text',
    line: 'big',
    offset: 'big',
    code: 'text',
    column: 'text?',
    text_ja: 'text',
    text_en: 'text',
  },
  row: 'rejected row',
  notes: { file: 'path', line: 'physical, from 1', offset: 'bytes' },
});
