import { afterEach, beforeEach } from 'vitest';
import type { CanonicalItem } from '../../src/audit/items.js';
import type { InputSpec, LinkSpec } from '../../src/audit/pipeline-file.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { literal } from '../../src/engine/sql.js';
import type { KeyColumn } from '../../src/prepare/key-column.js';
import { type KeyMask, keyMask } from '../../src/prepare/mask-keys.js';
import { preparePeople } from '../../src/prepare/prepare-people.js';

/** 983205673214 is the published example; 123456789018 and 012345678903 end in their check digits by hand. */
export const [NUMBER, SECOND, LEADING_ZERO] = [983205673214, 123456789018, 12345678903] as const;

let engine: Engine;

/** A new engine for every test of the file that calls this. */
export function eachWithEngine(): void {
  beforeEach(async () => {
    engine = await openDuckDb();
  });
  afterEach(() => engine.close());
}

export const rowsIn = <T>(sql: string) => engine.rows<T>(sql);
export const valueIn = <T>(sql: string) => engine.value<T>(sql);

export type Row = readonly [file: number, row: number, ...items: (string | null)[]];

/** Makes `raw_<id>` as ingest leaves it, and its spec. */
export async function input(
  id: string,
  items: readonly CanonicalItem[],
  rows: readonly Row[],
): Promise<InputSpec> {
  await engine.run(`
    CREATE TABLE raw_${id} (file USMALLINT, "row" INTEGER, ${items.map((item) => `${item} VARCHAR`).join(', ')});
    INSERT INTO raw_${id} VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`);
  return {
    id,
    files: [],
    format: 'csv',
    encoding: 'utf-8',
    layout: null,
    columns: Object.fromEntries(items.map((item) => [item, { from: [item], format: null }])),
    maxRejectShare: 0.01,
  };
}

export const link = (spec: InputSpec, via: LinkSpec['via'] = 'my_number'): LinkSpec => ({
  ...spec,
  title: { ja: spec.id, en: spec.id },
  via,
  onePerResident: false,
  onePerRecord: false,
  maxUnknownShare: 0.5,
});

/** Makes `residents` and `links`; `rows` are the records of each file, rejected ones included. */
export async function make(
  register: InputSpec,
  links: readonly LinkSpec[],
  rows: Readonly<Record<string, readonly number[]>>,
  keys: readonly KeyColumn[] = [],
  mask: KeyMask = keyMask(null),
) {
  await preparePeople(engine, {
    register: { spec: register, fileRows: rows.register ?? [1000] },
    sources: links.map((spec) => ({ spec, fileRows: rows[spec.id] ?? [1000] })),
    asOf: '2023-06-22',
    keys,
    mask,
  });
}
