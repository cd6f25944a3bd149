import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CanonicalItem } from '../../src/audit/items.js';
import type { LinkSpec, PipelineFile } from '../../src/audit/pipeline-file.js';
import { allColumns, SQL_TYPES } from '../../src/engine/columns.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { allRows } from '../../src/engine/read.js';
import { ident } from '../../src/engine/sql.js';
import { withoutValues } from '../../src/engine/trace.js';
import type { RunContext } from '../../src/pipeline/context.js';
import { describeStages } from '../../src/pipeline/describe-stages.js';
import { loadPipeline } from '../../src/pipeline/file/load.js';
import { isResultOf } from '../../src/pipeline/stage-results.js';
import { STAGES, TABLES } from '../../src/pipeline/stages.js';
import { describeStagesOfTables, describeTables } from '../../src/tables/describe.js';
import { keyDictionary } from '../../src/tables/dictionaries.js';
import { rawName, rawTable } from '../../src/tables/read-files.js';
import { TABLE_NAMES } from '../../src/tables/stages-of-tables.js';
import { BROUGHT } from '../../src/verify/level-tables.js';

interface Touched {
  readonly read: Set<string>;
  readonly written: Set<string>;
  statements: number;
}

/** Every statement goes through and is counted, and the tables that it names are noted. */
function watched(
  engine: Engine,
  note: (touched: 'read' | 'written', table: string) => void,
  count: () => void,
): Engine {
  const seen = (sql: string) => {
    statements.push(sql);
    count();
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
    interrupt: () => engine.interrupt(),
    close: () => engine.close(),
  };
}

/** The sample with a source that is tied by the key of residents, which no export of the sample is: its cards, the first two exchanged. */
function withKeys(sample: PipelineFile, dir: string): PipelineFile {
  // Line by line: some rows of the sample are damaged on purpose.
  const table = (name: string) => {
    const text = iconv.decode(readFileSync(`sample-data/${name}`), 'cp932');
    const [header, ...rows] = text.split(/\r?\n/).map((line) => line.split(','));
    return rows.map((row) => Object.fromEntries(header!.map((column, i) => [column, row[i] ?? ''])));
  };
  const keys = new Map(table('residents.csv').map((row) => [row.個人番号!, row.宛名番号!]));
  const cards = table('cards.csv').slice(0, 500);
  const stated = cards.map((row) => keys.get(row.個人番号!) ?? '9999999999');
  [stated[0], stated[1]] = [stated[1]!, stated[0]!];
  const lines = cards.map((row, i) =>
    [`W${i}`, stated[i], row.氏名, row.生年月日, row.性別, row.住所].join(','),
  );
  const file = join(dir, 'welfare.csv');
  writeFileSync(file, ['id,key,name,birth,sex,address', ...lines].join('\n'));
  const [card] = sample.links as [LinkSpec];
  const { birth_date } = card.columns;
  const columns = { record_id: 'id', resident_id: 'key', name: 'name', sex: 'sex', address: 'address' };
  const welfare: LinkSpec = {
    ...card,
    id: 'welfare',
    title: { ja: '福祉手当', en: 'Welfare' },
    files: [file],
    encoding: 'utf-8',
    via: 'resident_id',
    columns: {
      ...Object.fromEntries(
        Object.entries(columns).map(([item, name]) => [item, { from: [name], format: null }]),
      ),
      birth_date: { ...birth_date!, from: ['birth'] },
    },
  };
  return { ...sample, links: [...sample.links, welfare] };
}

let engine: Engine;
let pipeline: PipelineFile;
const touched = new Map<string, Touched>();
const left = new Map<string, string[]>();
const statements: string[] = [];
/** Whether what a stage left is still its result once it has been a file. */
const shaped = new Map<string, boolean>();
/** The results of earlier stages that a stage takes. */
const taken = new Map<string, Set<string>>();

beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'stages-'));
  engine = await openDuckDb({ path: join(dir, 'totsugo.duckdb') });
  pipeline = withKeys(await loadPipeline('pipelines/emergency-review.yaml'), dir);
  const results: RunContext['results'] = {};
  for (const stage of STAGES) {
    const now: Touched = { read: new Set(), written: new Set(), statements: 0 };
    touched.set(stage.name, now);
    const took = new Set<string>();
    taken.set(stage.name, took);
    const context: RunContext = {
      pipeline,
      engine: watched(
        engine,
        (how, table) => now[how].add(table),
        () => now.statements++,
      ),
      runId: 'stages',
      outDir: dir,
      workDir: dir,
      decisionsFile: join(dir, 'decisions.jsonl'),
      modelFile: null,
      asOf: '2023-06-22',
      language: 'en',
      isBounded: false,
      without: new Set(),
      results: new Proxy(results, {
        get: (all, name) => {
          took.add(String(name));
          return Reflect.get(all, name);
        },
      }),
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

it('a report asks no oftener for many organisations than for one', async () => {
  const organisations = await engine.value<number>(
    'SELECT CAST(count(DISTINCT organisation) AS INTEGER) FROM findings',
  );
  expect(organisations).toBeGreaterThan(20);
  expect(touched.get('report')!.statements).toBeLessThan(2 * organisations);
});

const PAGE = readFileSync('docs/architecture.md', 'utf8');

/** What `npm run docs` wrote between two marks of the page. */
const written = (mark: string) => PAGE.split(`<!-- ${mark} -->\n`)[1]!.split(`\n<!-- /${mark} -->`)[0];

/** `raw_<input>` and `dict_<kind>` stand for tables of any ending. */
const names = (told: readonly string[], table: string) =>
  told.some((name) => name === table || (name.includes('<') && table.startsWith(name.split('<')[0]!)));

describe.each(STAGES)('stage $name', ({ name, reads, writes, takes = [] }) => {
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

  it('takes the results that it lists, and no other', () => {
    expect([...taken.get(name)!].toSorted()).toEqual([...takes].toSorted());
  });
});

describe('the tables that a run leaves', () => {
  /** The schema of a table; those of `raw_<input>` have the items of the file. */
  const schemaOf = (name: string) => {
    const input = [pipeline.register, ...pipeline.links].find(({ id }) => rawName(id) === name);
    return input
      ? rawTable(input.id, Object.keys(input.columns) as CanonicalItem[])
      : TABLES.find((table) => table.name === name);
  };

  it('are those that have a schema, the passing ones are gone, and each has the columns that its schema says', async () => {
    const real = await allRows(
      engine,
      { name: 'text', type: 'text', tab: 'text' },
      `SELECT table_name AS tab, column_name AS name, data_type AS type FROM information_schema.columns
       ORDER BY table_name, ordinal_position`,
    );
    const left = [...new Set(real.map(({ tab }) => tab))];
    const described = left.map((tab) => [
      tab,
      allColumns(schemaOf(tab)?.columns ?? {}).map(({ name, type }) => `${name} ${SQL_TYPES[type]}`),
    ]);
    const found = left.map((tab) => [
      tab,
      real.filter((column) => column.tab === tab).map(({ name, type }) => `${name} ${type}`),
    ]);
    expect(found).toEqual(described);
    // Items and ties that the sample does not have make no table.
    const missing = TABLES.filter(({ name }) => !name.includes('<') && !left.includes(name));
    const notInSample = [...BROUGHT.keys.map((key) => keyDictionary(key).name), 'owner_sign_serial'];
    expect(missing.map(({ name }) => name)).toEqual(notInSample);
  });

  it('hold NULL and other words only where their schemas say so', async () => {
    const tables = await engine.rows<{ name: string }>(
      'SELECT table_name AS name FROM information_schema.tables',
    );
    for (const { name } of tables) {
      const { columns } = schemaOf(name)!;
      await expect(allRows(engine, columns, `SELECT * FROM ${ident(name)}`)).resolves.toBeDefined();
    }
  });

  it('are those of which it is told which stages touch them', () => {
    expect([...new Set(TABLES.map(({ name, family }) => family ?? name))]).toEqual([...TABLE_NAMES]);
  });

  it('are on the page as they are in the code, and so are the stages (npm run docs)', () => {
    expect(written('stages')).toBe(describeStages(STAGES));
    expect(written('stages of tables')).toBe(describeStagesOfTables());
    expect(written('tables')).toBe(describeTables(TABLES));
  });
});
