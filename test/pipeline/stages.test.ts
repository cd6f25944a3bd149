import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { withoutValues } from '../../src/engine/trace.js';
import type { RunContext } from '../../src/pipeline/context.js';
import { loadPipeline } from '../../src/pipeline/file/load.js';
import { isResultOf } from '../../src/pipeline/stage-results.js';
import { STAGES } from '../../src/pipeline/stages.js';

interface Touched {
  readonly read: Set<string>;
  readonly written: Set<string>;
}

/** Every statement goes through, and the tables that it names are noted. */
function watched(engine: Engine, note: (touched: 'read' | 'written', table: string) => void): Engine {
  const seen = (sql: string) => {
    statements.push(sql);
    for (const [, table] of sql.matchAll(
      /\b(?:TABLE|INTO)\s+"?(\w+)"?(?=\s+(?:AS\b|\(|SELECT\b|VALUES\b))/gi,
    ))
      note('written', table!);
    for (const [, table] of sql.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)"?/gi)) note('read', table!);
    return sql;
  };
  return {
    run: (sql) => engine.run(seen(sql)),
    rows: (sql) => engine.rows(seen(sql)),
    value: (sql) => engine.value(seen(sql)),
    batches: (sql) => engine.batches(seen(sql)),
    appender: (table, types) => {
      note('written', table);
      return engine.appender(table, types);
    },
    close: () => engine.close(),
  };
}

let engine: Engine;
const touched = new Map<string, Touched>();
const left = new Map<string, string[]>();
const statements: string[] = [];
/** Whether what a stage left is still its result once it has been a file. */
const shaped = new Map<string, boolean>();

beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'stages-'));
  engine = await openDuckDb({ path: join(dir, 'totsugo.duckdb') });
  const pipeline = await loadPipeline('pipelines/emergency-review.yaml');
  const results: RunContext['results'] = {};
  for (const stage of STAGES) {
    const now: Touched = { read: new Set(), written: new Set() };
    touched.set(stage.name, now);
    const context: RunContext = {
      pipeline,
      engine: watched(engine, (how, table) => now[how].add(table)),
      runId: 'stages',
      outDir: dir,
      workDir: dir,
      asOf: '2023-06-22',
      language: 'en',
      without: new Set(),
      results,
    };
    const { result } = await stage.run(context);
    Object.assign(results, { [stage.name]: result });
    const kept = JSON.parse(JSON.stringify({ result })) as { result?: unknown };
    shaped.set(stage.name, isResultOf(stage.name, kept.result));
    const columns = await engine.rows<{ name: string }>(
      "SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_name NOT LIKE 'temp%' ORDER BY 1",
    );
    left.set(
      stage.name,
      columns.map(({ name }) => name),
    );
  }
}, 120_000);
afterAll(() => engine.close());

it('no statement as it is traced holds a text or a long number', () => {
  expect(statements.length).toBeGreaterThan(100);
  const shown = statements.map(withoutValues);
  expect(shown.filter((sql) => /[^ -~]|\d{6}|'/.test(sql))).toEqual([]);
});

const PAGE = readFileSync('docs/architecture.md', 'utf8');

/** The cells of the first table below a heading, its head and rule left out. */
function tableBelow(heading: string): string[][] {
  const rows = PAGE.slice(PAGE.indexOf(`\n## ${heading}\n`)).split('\n');
  const start = rows.findIndex((row) => row.startsWith('|'));
  const end = rows.findIndex((row, i) => i > start && !row.startsWith('|'));
  return rows
    .slice(start + 2, end)
    .map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
}

/** `raw_<source>` and `dict_*` stand for tables of any ending. */
const names = (told: readonly string[], table: string) =>
  told.some((name) => name === table || (/[*<]/.test(name) && table.startsWith(name.split(/[*<]/)[0]!)));
const quoted = (cell: string) => [...cell.matchAll(/`([a-z_<>*]+)`/g)].map(([, name]) => name!);

describe.each(STAGES)('stage $name', ({ name, reads, writes }) => {
  const kept = () => left.get(name)!;

  it('leaves a result that survives JSON', () => expect(shaped.get(name)).toBe(true));

  it('leaves the tables that it lists, and no other', () => {
    const written = kept().filter((table) => touched.get(name)!.written.has(table));
    expect(written.filter((table) => !names(writes, table))).toEqual([]);
    expect(writes.filter((told) => !kept().some((table) => names([told], table)))).toEqual([]);
  });

  it('reads the tables that it lists, and no other', () => {
    const { read, written } = touched.get(name)!;
    const others = kept().filter((table) => read.has(table) && !written.has(table));
    expect(others.filter((table) => !names(reads, table))).toEqual([]);
    expect(reads.filter((told) => !others.some((table) => names([told], table)))).toEqual([]);
  });

  it('is on the page as it is in the code', () => {
    const row = tableBelow('Stages').find(([stage]) => stage === `\`${name}\``)!;
    const told = row[1] === '`raw_*`' ? ['raw_register', 'raw_<source>'] : quoted(row[1]!);
    expect(told.toSorted()).toEqual([...reads].sort());
    expect(quoted(row[2]!).toSorted()).toEqual([...writes].sort());
  });
});

it('every table that a run leaves is on the page', () => {
  const told = tableBelow('Tables').flatMap(([table]) => quoted(table!));
  const frequencies = ['frequency_kf', 'frequency_kg', 'frequency_nf', 'frequency_ng'];
  const missing = left.get('report')!.filter((table) => !frequencies.includes(table) && !names(told, table));
  expect(missing).toEqual([]);
});

it('what the page says of columns is so', async () => {
  const rows = await engine.rows<{ t: string; c: string }>(
    'SELECT table_name AS t, column_name AS c FROM information_schema.columns',
  );
  for (const [tables, , columns] of tableBelow('Tables')) {
    const meant = rows.filter(({ t }) => names(quoted(tables!), t)).map(({ c }) => c);
    const said = quoted(columns!.replace(/\([^)]*\)/g, '')).filter(
      (name) => !left.get('report')!.includes(name),
    );
    expect(said.filter((name) => !meant.includes(name)).map((name) => `${tables} ${name}`)).toEqual([]);
  }
});
