import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { appendTo } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import { REJECTS } from '../tables/read-files.js';
import type { InputFile } from './input-file.js';
import { REJECT_TEXTS } from './reject-texts.js';
import type { RejectCode } from './visit.js';

/** A rejected row. `line` is physical and 1-based, `offset` in bytes of the decompressed file. */
export interface Reject {
  readonly line: number;
  readonly offset: number;
  readonly code: RejectCode;
  /** Column of the file concerned, when it can be told. */
  readonly column: string | null;
}

/** Where the rejected rows of one file go: a table for the reports, and their raw bytes to the folder `quarantine` of the working data. */
export interface Rejects {
  /** @param raw the row's bytes with its line end; not kept after the call. */
  add(reject: Reject, raw: Uint8Array): void;
  /** More bytes of the row added last. */
  extend(raw: Uint8Array): void;
  readonly count: number;
  readonly byCode: ReadonlyMap<RejectCode, number>;
  /** Writes what is left. */
  close(): Promise<void>;
}

/** Path of the rejected rows of an input file, as they were: `quarantine/<source>.<n>`, n counted from 1. */
export function rejectedRowsPath(workDir: string, file: InputFile): string {
  return join(workDir, 'quarantine', `${file.source}.${file.index + 1}`);
}

/**
 * @param header what the file of rejected rows starts with, so that it can be read like the file it came from.
 *   Its folder is 0700 and the file 0600; it is only made when there is something to put in it.
 */
export function openRejects(engine: Engine, workDir: string, file: InputFile, header: Uint8Array): Rejects {
  const path = rejectedRowsPath(workDir, file);
  const rows: Reject[] = [];
  const byCode = new Map<RejectCode, number>();
  let count = 0;
  let descriptor: number | null = null;
  let begun = false;
  const open = () => {
    if (begun) return openSync(path, 'a');
    begun = true;
    mkdirSync(join(workDir, 'quarantine'), { recursive: true, mode: 0o700 });
    const opened = openSync(path, 'w', 0o600);
    writeSync(opened, header);
    return opened;
  };
  return {
    add: (reject, raw) => {
      descriptor ??= open();
      writeSync(descriptor, raw);
      rows.push(reject);
      byCode.set(reject.code, (byCode.get(reject.code) ?? 0) + 1);
      count += 1;
    },
    extend: (raw) => {
      descriptor ??= open();
      writeSync(descriptor, raw);
    },
    get count() {
      return count;
    },
    byCode,
    close: async () => {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
      if (rows.length === 0) return;
      await appendRows(engine, file, rows);
      rows.length = 0;
    },
  };
}

async function appendRows(engine: Engine, file: InputFile, rows: readonly Reject[]): Promise<void> {
  const appender = await appendTo(engine, REJECTS);
  try {
    for (const { line, offset, code, column } of rows) {
      const { ja, en } = REJECT_TEXTS[code];
      appender.push({
        source: file.source,
        file: file.path,
        line,
        offset,
        code,
        column,
        text_ja: ja,
        text_en: en,
      });
    }
  } finally {
    appender.close();
  }
}
