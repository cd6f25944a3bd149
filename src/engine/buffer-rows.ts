import type { TableAppender } from './engine.js';

/** Takes rows one by one and appends them by the chunk. */
export interface RowAppender {
  push(...cells: readonly unknown[]): void;
  close(): void;
}

/** Rows gathered before they are appended: ten of the engine's chunks. */
const ROWS = 20_480;

export function bufferRows(appender: TableAppender): RowAppender {
  let columns: unknown[][] = [];
  const flush = () => {
    if (columns.length > 0) appender.append(columns);
    columns = [];
  };
  return {
    push: (...cells) => {
      if (columns.length === 0) columns = cells.map(() => []);
      for (let c = 0; c < cells.length; c++) columns[c]!.push(cells[c]);
      if (columns[0]!.length >= ROWS) flush();
    },
    close: () => {
      flush();
      appender.close();
    },
  };
}
