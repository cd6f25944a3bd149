import type { PipelineFile } from '../audit/pipeline-file.js';
import type { IngestReport } from './ingest-input.js';
import { notable } from './sheets/sheet-notes.js';

/** Sheets that were left unread, per file of a source, as the checks count them. */
export function unreadSheetsOf(
  { register, links }: Pick<PipelineFile, 'register' | 'links'>,
  reports: readonly IngestReport[],
): { readonly source: string; readonly names: readonly string[]; readonly of: number }[] {
  return reports.flatMap(({ source, files }) => {
    const spec = [register, ...links].find(({ id }) => id === source);
    return files.flatMap(({ sheets }) => {
      const names = notable(sheets, spec?.reading?.sheet).map(({ name }) => name);
      return names.length > 0 ? [{ source, names, of: sheets!.read.length + sheets!.unread.length }] : [];
    });
  });
}
