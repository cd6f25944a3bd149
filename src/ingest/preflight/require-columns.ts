import { looksLikeHeader, shownName, shownNames } from '../../audit/header-names.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { mappedColumns } from '../../audit/pipeline-file.js';
import type { Bilingual } from '../../text/bilingual.js';
import { Failure } from '../../text/failure.js';
import type { FailureKey } from '../../text/failures/index.js';
import { nearest } from '../../text/nearest.js';
import type { InputFile } from '../input-file.js';
import { columnsElsewhere } from '../sheets/sheet-notes.js';
import type { SheetUse } from '../sheets/sheet-use.js';

/**
 * Sees that a file has every column asked for, once.
 *
 * @throws {Failure} with exit code 2: `input-column` with what the file has, `input-column-twice`.
 */
export function requireColumns(
  file: InputFile,
  spec: InputSpec,
  columns: readonly string[],
  sheets?: SheetUse,
): void {
  const wanted = mappedColumns(spec);
  const refuse = (key: FailureKey, values: Readonly<Record<string, string | Bilingual>>) =>
    new Failure(key, { values: { source: file.source, path: file.path, ...values } });
  const twice = wanted.find((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  if (twice !== undefined) throw refuse('input-column-twice', { column: shownName(twice) });
  const missing = wanted.filter((name) => !columns.includes(name));
  if (missing.length === 0) return;
  const elsewhere = columnsElsewhere(sheets);
  // What stands in a sheet of notes names no columns.
  const isThere = sheets?.unread.some(({ fits }) => fits) ?? false;
  const { ja, en } = isThere ? NO_HINT : columnHint(missing, columns, wanted);
  throw refuse('input-column', {
    column: { ja: shownNames(missing, '」「'), en: `"${shownNames(missing, '", "')}"` },
    hint: elsewhere ? { ja: `${ja} ${elsewhere.ja}`, en: `${en} ${elsewhere.en}` } : { ja, en },
  });
}

const NO_HINT: Bilingual = { ja: '', en: '' };

/** What may be meant instead, or what is wrong with the file, to stand behind the sentence. */
function columnHint(
  missing: readonly string[],
  columns: readonly string[],
  wanted: readonly string[],
): Bilingual {
  const only = columns.length === 1 ? columns[0]! : '';
  const delimiter = ['\t', ';', '|', ','].find((one) => only.includes(one));
  if (delimiter) {
    const hint = delimiter === '\t' ? 'format: tsv' : `delimiter: "${delimiter}"`;
    return {
      ja: `区切り文字が違うようです（${hint}）。`,
      en: ` The delimiter seems to be another (${hint}).`,
    };
  }
  // The first row of a file without header is data, and data is never shown.
  if (!looksLikeHeader(columns, wanted)) {
    return {
      ja: '1行目は見出しではなくデータのようです。見出しがなければ「header: false」と書いてください。',
      en: ' The first row seems to be data; without a header row write "header: false".',
    };
  }
  const near = nearest(missing[0]!, columns);
  const list = shownNames(columns.filter((name) => name !== ''));
  return {
    ja: `${near ? `「${shownName(near)}」ではありませんか。` : ''}ファイルにある列: ${list}`,
    en: `${near ? ` Did you mean "${shownName(near)}"?` : ''} The file has: ${list}`,
  };
}
