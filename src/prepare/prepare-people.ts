import type { InputSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { fillDictionaries, openDictionaries } from './dictionaries.js';
import type { Filled } from './dictionary.js';
import type { KeyColumn } from './key-column.js';
import { addLinks, makeOwners, maskLinks, type SourceRows } from './links.js';
import type { KeyMask } from './mask-keys.js';
import { makeResidents } from './residents.js';
import { SPLIT_ROWS, splitRows } from './split-rows.js';

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
 * look up. Returns how many values each function was called for, and how many it was spared, by dictionary.
 */
export async function preparePeople(
  engine: Engine,
  { register, sources, asOf, keys, mask }: People,
): Promise<Readonly<Record<string, Filled>>> {
  const calls: Record<string, Filled> = {};
  await openDictionaries(engine, [register.spec, ...sources.map(({ spec }) => spec)], keys);
  const split = async (spec: InputSpec) => {
    const notations = await splitRows(engine, spec);
    const made = await fillDictionaries(engine, spec, keys);
    for (const [table, { called, reused }] of Object.entries(made)) {
      const before = calls[table] ?? { called: 0, reused: 0 };
      calls[table] = { called: before.called + called, reused: before.reused + reused };
    }
    return notations;
  };
  const { spec, fileRows } = register;
  await makeResidents(engine, spec, fileRows, await split(spec), asOf, keys, mask);
  await makeOwners(engine, [...new Set(sources.map(({ spec }) => spec.via))]);
  let base = 0;
  for (const [src, source] of sources.entries()) {
    await addLinks(engine, source, { src, base }, await split(source.spec), keys, mask);
    base += source.fileRows.reduce((sum, rows) => sum + rows, 0);
  }
  if (sources.length > 0) await maskLinks(engine, mask);
  await engine.run(`DROP TABLE ${SPLIT_ROWS}`);
  return calls;
}
