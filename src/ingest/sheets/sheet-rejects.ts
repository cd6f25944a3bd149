import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { InputFile } from '../input-file.js';
import { rejectedRowsPath } from '../rejects.js';
import type { SheetRow } from './sheet-rows.js';

/** Rejected rows of a workbook, as one of its own kind: below the header of the sheet they stood in, under its name. */
export interface SheetRejects {
  add(row: SheetRow): void;
  /** Writes them anew, when there are any. */
  write(): Promise<void>;
}

export function sheetRejects(workDir: string, file: InputFile, format: 'xlsx' | 'ods'): SheetRejects {
  const sheets = new Map<string, string[][]>();
  return {
    add: ({ tab, names, values }) => {
      const rows = sheets.get(tab.name) ?? [[...names]];
      rows.push([...values!]);
      sheets.set(tab.name, rows);
    },
    write: async () => {
      if (sheets.size === 0) return;
      const path = rejectedRowsPath(workDir, file);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const content = { sheets: [...sheets].map(([name, rows]) => ({ name, rows })) };
      const bytes =
        format === 'ods'
          ? await (await import('hucre/ods')).writeOds(content)
          : await (await import('hucre/xlsx')).writeXlsx(content);
      writeFileSync(path, bytes, { mode: 0o600 });
    },
  };
}
