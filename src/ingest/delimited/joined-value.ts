import { trimWide } from '../split-record.js';
import { isWords } from './csv-relation.js';

/** What `joined` gives of the values of one row, '' where all are empty. */
export function joinedValue(item: string, parts: readonly string[]): string {
  const trimmed = parts.map(trimWide);
  if (trimmed.every((part) => part === '')) return '';
  return isWords(item, parts.length) ? trimmed.filter((part) => part !== '').join(' ') : trimmed.join('-');
}
