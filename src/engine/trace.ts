import type { Engine } from './engine.js';

/** What statements are told with: the stage at work, watches that give seconds since they were started, and where to. */
export interface Trace {
  readonly stage: () => string;
  readonly stopwatch: () => () => number;
  readonly cpuStopwatch: () => () => number;
  readonly print?: (line: string) => void;
}

/** Whether statements are to be told: `TOTSUGO_SQL=1`. */
export const TRACED = process.env.TOTSUGO_SQL === '1';

/**
 * An engine that tells of every statement on standard error: stage, rows, milliseconds, those of the processor, and its
 * text without a value.
 * A query that is streamed is told when it has been read; its time is the engine's, not that of who reads.
 */
export function traced(engine: Engine, trace: Trace): Engine {
  const { stage, stopwatch, cpuStopwatch, print = toStandardError } = trace;
  const timed = async <T>(sql: string, run: () => Promise<T>, rowsOf: (answer: T) => number): Promise<T> => {
    const seconds = stopwatch();
    const cpuSeconds = cpuStopwatch();
    const answer = await run();
    print(line(stage(), rowsOf(answer), seconds(), cpuSeconds(), sql));
    return answer;
  };
  return {
    ...engine,
    run: async (sql) => {
      let written = 0;
      for (const statement of statementsOf(sql)) {
        written = await timed(
          statement,
          () => engine.run(statement),
          (rows) => rows,
        );
      }
      return written;
    },
    rows: <T>(sql: string) =>
      timed(
        sql,
        () => engine.rows<T>(sql),
        (rows) => rows.length,
      ),
    value: <T>(sql: string) =>
      timed(
        sql,
        () => engine.value<T>(sql),
        () => 1,
      ),
    batches: async function* (sql) {
      let rows = 0;
      let spent = 0;
      let cpuSpent = 0;
      const answer = engine.batches(sql)[Symbol.asyncIterator]();
      try {
        for (;;) {
          const seconds = stopwatch();
          const cpuSeconds = cpuStopwatch();
          const { done, value } = await answer.next();
          spent += seconds();
          cpuSpent += cpuSeconds();
          if (done) break;
          rows += value.rows;
          yield value;
        }
      } finally {
        await answer.return?.();
        print(line(stage(), rows, spent, cpuSpent, sql));
      }
    },
  };
}

function line(stage: string, rows: number, seconds: number, cpuSeconds: number, sql: string): string {
  const [wall, cpu] = [seconds, cpuSeconds].map((spent) => Math.round(1000 * spent));
  return `${stage}\t${rows} rows\t${wall} ms\t${cpu} ms cpu\t${withoutValues(sql)}\n`;
}

function toStandardError(text: string): void {
  process.stderr.write(text);
}

const QUOTED = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'?|"(?:[^"]|"")*"?/.source;

function statementsOf(sql: string): readonly string[] {
  const ends = [...sql.matchAll(new RegExp(`${QUOTED}|;`, 'g'))].filter(([token]) => token === ';');
  const starts = [0, ...ends.map(({ index }) => index + 1)];
  return starts.map((start, i) => sql.slice(start, ends[i]?.index)).filter((text) => text.trim() !== '');
}

/** Comments, texts, names in quotes, and numbers as long as a date or a key. */
const TOKENS = new RegExp(`${QUOTED}|(?<![A-Za-z_])\\d{6,}`, 'g');

/**
 * A statement on one line that can be shown: texts and long numbers become `?`, since a terminal, a record number or a
 * date of birth may stand there; and so does a quoted name that is none of this program's, for it may be the header of
 * a file, or the first row of one without.
 */
export function withoutValues(sql: string): string {
  const shown = (token: string) => {
    if (/^(--|\/\*)/.test(token)) return '';
    return /^"[a-z][a-z0-9_]*"$/.test(token) ? token : '?';
  };
  return sql.replaceAll(TOKENS, shown).replaceAll(/\s+/g, ' ').trim();
}
