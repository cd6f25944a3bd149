import type { Engine } from './engine.js';

export interface StoppableEngine extends Engine {
  /** Interrupts the statement that runs and lets no other begin: they throw `reason`. */
  stop(reason: Error): void;
}

/** An engine that can be told to stop from outside, such as by a signal. */
export function stoppable(engine: Engine): StoppableEngine {
  const { register } = engine;
  let stopped: Error | null = null;
  const going = () => {
    if (stopped !== null) throw stopped;
  };
  const unlessStopped = async <T>(work: () => Promise<T>): Promise<T> => {
    going();
    try {
      return await work();
    } catch (error) {
      throw stopped ?? error;
    }
  };
  return {
    ...engine,
    run: (sql) => unlessStopped(() => engine.run(sql)),
    rows: <T>(sql: string) => unlessStopped(() => engine.rows<T>(sql)),
    value: <T>(sql: string) => unlessStopped(() => engine.value<T>(sql)),
    appender: (table, types) => unlessStopped(() => engine.appender(table, types)),
    ...(register
      ? {
          register: {
            ...register,
            make: (runner, table, query) => unlessStopped(() => register.make(runner, table, query)),
            keep: (runner, table, query) => unlessStopped(() => register.keep(runner, table, query)),
            small: (runner, columns, query) => unlessStopped(() => register.small(runner, columns, query)),
          },
        }
      : {}),
    async *batches(sql) {
      going();
      for await (const batch of engine.batches(sql)) {
        going();
        yield batch;
      }
    },
    interrupt: () => engine.interrupt(),
    close: () => engine.close(),
    stop: (reason) => {
      stopped = reason;
      engine.interrupt();
    },
  };
}
