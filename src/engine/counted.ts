import type { Engine } from './engine.js';

export interface CountedEngine extends Engine {
  /** Rows that statements have written, answers have given and appenders have taken so far. */
  rowsSoFar(): number;
}

/** An engine that counts the rows that go through it, for whoever watches a long stage. */
export function counted(engine: Engine): CountedEngine {
  let rows = 0;
  return {
    ...engine,
    rowsSoFar: () => rows,
    run: async (sql) => {
      const written = await engine.run(sql);
      rows += written;
      return written;
    },
    async *batches(sql) {
      for await (const batch of engine.batches(sql)) {
        rows += batch.rows;
        yield batch;
      }
    },
    appender: async (table, types) => {
      const appender = await engine.appender(table, types);
      return {
        append: (columns) => {
          rows += columns[0]?.length ?? 0;
          appender.append(columns);
        },
        close: () => appender.close(),
      };
    },
  };
}
