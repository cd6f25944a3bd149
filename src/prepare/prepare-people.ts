import type { InputSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { fromEarlier } from '../engine/from-earlier.js';
import { fillDictionaries, openDictionaries } from './dictionaries.js';
import type { Filled } from './dictionary.js';
import type { KeyColumn } from './key-column.js';
import { addLinks, makeOwners, maskLinks, type SourceRows } from './links.js';
import type { KeyMask } from './mask-keys.js';
import { rowKey } from './person-sql.js';
import { makeResidents } from './residents.js';
import type { SerialNotations } from './serial-notation.js';
import { notationsOf, SPLIT_ROWS, splitRows } from './split-rows.js';
import {
  changedRows,
  dropUnchanged,
  findUnchanged,
  madeFrom,
  notePrepared,
  noteSame,
  openPrepared,
} from './unchanged-rows.js';

/** The inputs of a run, the day of the review, and the keys that comparisons bring. */
export interface People {
  readonly register: { readonly spec: InputSpec; readonly fileRows: readonly number[] };
  readonly sources: readonly SourceRows[];
  readonly asOf: string;
  readonly keys: readonly KeyColumn[];
  /** What tells keys apart that are masked. */
  readonly mask: KeyMask;
}

/**
 * Makes `residents` and `links` input by input, so that the rows of one alone are in memory, and the dictionaries that both
 * look up. Rows that are as they were on the earlier night keep their keys.
 */
export async function preparePeople(
  engine: Engine,
  { register, sources, asOf, keys, mask }: People,
): Promise<Prepared> {
  const filled: Record<string, Filled> = {};
  const unchangedRows: Record<string, number> = {};
  const inputs = [register.spec, ...sources.map(({ spec }) => spec)];
  await openDictionaries(engine, inputs, keys);
  await openPrepared(engine);
  const split = async (spec: InputSpec, notations: SerialNotations, rows?: string) => {
    const count = await splitRows(engine, spec, notations, rows);
    const added = await fillDictionaries(engine, spec, keys, count);
    for (const [table, { called, reused }] of Object.entries(added)) {
      const before = filled[table] ?? { called: 0, reused: 0 };
      filled[table] = { called: before.called + called, reused: before.reused + reused };
    }
  };
  const prepare = async (spec: InputSpec, src: number | null, key: string, make: Make) => {
    const notations = await notationsOf(engine, spec);
    const from = madeFrom(spec, src, notations, keys);
    await notePrepared(engine, spec.id, from);
    const unchanged = await findUnchanged(engine, spec, src, from, key);
    const taken =
      unchanged > 0 &&
      (await fromEarlier(engine, async () => {
        await split(spec, notations, changedRows(spec));
        await make(notations, true);
        await noteSame(engine, src);
        return true;
      }));
    if (taken) unchangedRows[spec.id] = unchanged;
    else {
      await split(spec, notations);
      await make(notations, false);
    }
  };
  const { spec, fileRows } = register;
  await prepare(spec, null, rowKey('t', 0, fileRows), (notations, withUnchanged) =>
    makeResidents(engine, spec, fileRows, notations, asOf, keys, mask, withUnchanged),
  );
  await makeOwners(engine, [...new Set(sources.map(({ spec }) => spec.via))]);
  let base = 0;
  for (const [src, source] of sources.entries()) {
    const place = { src, base };
    await prepare(source.spec, src, rowKey('t', base, source.fileRows), (notations, withUnchanged) =>
      addLinks(engine, source, place, notations, keys, mask, withUnchanged),
    );
    base += source.fileRows.reduce((sum, rows) => sum + rows, 0);
  }
  if (sources.length > 0) await maskLinks(engine, mask);
  await engine.run(`DROP TABLE ${SPLIT_ROWS}`);
  await dropUnchanged(engine);
  return { filled, unchangedRows };
}

/** How many values each function was called for and spared, by dictionary, and how many rows of each input kept their keys. */
export interface Prepared {
  readonly filled: Readonly<Record<string, Filled>>;
  readonly unchangedRows: Readonly<Record<string, number>>;
}

/** Makes the rows of an input from its split rows; `withUnchanged`, from these and from what the earlier night made of the others. */
type Make = (notations: SerialNotations, withUnchanged: boolean) => Promise<void>;
